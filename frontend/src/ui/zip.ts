/** A ZIP of texts, packed by the browser itself beside the page's own work; what is written is not kept twice. */

const encoder = new TextEncoder();

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** The CRC-32 of everything so far and of these bytes; 0 to begin with. */
function checksum(bytes: Uint8Array, before: number): number {
  let found = ~before;
  for (const byte of bytes) found = (REMAINDERS[(found ^ byte) & 0xff] ?? 0) ^ (found >>> 8);
  return ~found >>> 0;
}

/** Little-endian numbers; `sizes`: how many bytes each takes. */
function fields(sizes: string, ...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const widths = [...sizes].map(Number);
  return Uint8Array.from(
    widths.flatMap((width, index) =>
      Array.from({ length: width }, (_, at) => ((values[index] ?? 0) >>> (8 * at)) & 0xff),
    ),
  );
}

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF_8 = 0x800;
const DEFLATE = 8;
/** 1 January 1980: a file says nothing of when it was made. */
const NO_DATE = 0x21;

/** A text on its way into the ZIP. */
export interface Entry {
  write: (text: string) => Promise<void>;
  close: () => Promise<void>;
}

export interface Zip {
  open: (path: string) => Entry;
  /** The whole, once every entry is closed. */
  blob: () => Blob;
}

export function zip(): Zip {
  const parts: BlobPart[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;

  const put = (path: string, packed: Blob, sum: number, size: number): void => {
    const name = encoder.encode(path);
    const about = fields(
      "2222244422",
      ...[VERSION, UTF_8, DEFLATE, 0, NO_DATE, sum, packed.size, size, name.length, 0],
    );
    parts.push(fields("4", LOCAL), about, name, packed);
    list.push(fields("42", LISTED, VERSION), about, fields("22244", 0, 0, 0, 0, offset), name);
    offset += 4 + about.length + name.length + packed.size;
  };

  const open = (path: string): Entry => {
    const pressed = new CompressionStream("deflate-raw");
    const inward = pressed.writable.getWriter();
    const packed = new Response(pressed.readable).blob();
    let sum = 0;
    let size = 0;
    return {
      write: async (text) => {
        const bytes = encoder.encode(text);
        sum = checksum(bytes, sum);
        size += bytes.length;
        await inward.write(bytes);
      },
      close: async () => {
        await inward.close();
        put(path, await packed, sum, size);
      },
    };
  };

  const blob = (): Blob => {
    const count = list.length / 4; // a signature, what it is about, where it lies, its name
    const size = list.reduce((all, one) => all + one.length, 0);
    return new Blob([...parts, ...list, fields("42222442", END, 0, 0, count, count, size, offset, 0)]);
  };

  return { open, blob };
}
