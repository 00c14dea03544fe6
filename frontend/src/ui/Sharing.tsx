/** Ways out of the page: <PrintButton />, <CopyButton text="Tre sætninger">Kopiér til referatet</CopyButton>. */
import { type ReactNode, useState } from "react";
import { Button } from "./Button";
import { t } from "./texts";

export function PrintButton({ children = t.print }: { children?: ReactNode }) {
  return (
    <Button kind="quiet" icon="print" onClick={() => print()}>
      {children}
    </Button>
  );
}

export function CopyButton({ text, children = t.copy }: { text: string; children?: ReactNode }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t.copied);
    } catch {
      setSaid(t.notCopied);
    }
  };
  return (
    <span className="copy">
      <Button kind="quiet" icon="copy" onClick={copy}>
        {children}
      </Button>
      <span role="status" className="copy__said">
        {said}
      </span>
    </span>
  );
}
