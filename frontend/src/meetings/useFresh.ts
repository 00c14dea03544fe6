/** The record as it stands now, once somebody else turns out to have changed it. */
import { useEffect, useRef, useState } from "react";

export function useFresh<Data>(conflict: boolean, first: Data, read: () => Promise<Data>): Data {
  const [fresh, setFresh] = useState(first);
  const reading = useRef(read);
  reading.current = read;
  useEffect(() => {
    if (conflict) void reading.current().then(setFresh);
  }, [conflict]);
  return fresh;
}
