/** Sending a file as it is, and knowing how far it is: `fetch` does not tell. */
import { asRefusal, Refusal, refusalOf, type Schemas, SIGNED_OUT } from "../api/client";

export type Attached = Schemas["AttachmentOut"];

interface Sending {
  reply: Promise<Attached>;
  stop: () => void;
}

/** Send the file to the address; `onProgress` is given the share that has left, 0 to 1. */
export function send(url: string, file: File, key: string, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const reply = new Promise<Attached>((attached, refused) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 401) dispatchEvent(new Event(SIGNED_OUT));
      if (request.status === 201) attached(request.response as Attached);
      else refused(refusalOf(request.status, request.response));
    };
    request.onerror = () => refused(new Refusal(0, "offline"));
    request.onabort = () => refused(new DOMException("stopped", "AbortError"));
  });
  request.open("POST", `${url}?name=${encodeURIComponent(file.name)}`);
  request.responseType = "json";
  request.setRequestHeader("X-Trinvis", "1");
  request.setRequestHeader("Idempotency-Key", key);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
  return { reply, stop: () => request.abort() };
}

export const wasStopped = (trouble: unknown): boolean =>
  trouble instanceof DOMException && trouble.name === "AbortError";

/** What kept the file out, as its problem's word; null: something else did. */
export function problemOf(trouble: unknown): string | null {
  const { code, facts } = asRefusal(trouble);
  if (code === "too_large") return "too_large";
  if (code === "wrong_state" && facts.state === "full") return "full";
  const [first] = Array.isArray(facts.errors) ? facts.errors : [];
  return first?.field === "file" ? String(first.problem) : null;
}

/** Ask for a file by an act that is noted (POST), and let the browser keep it under its name. */
export async function saveReply(url: string): Promise<void> {
  let reply: Response;
  try {
    reply = await fetch(url, { method: "POST", headers: { "X-Trinvis": "1" } });
  } catch {
    throw new Refusal(0, "offline");
  }
  if (reply.status === 401) dispatchEvent(new Event(SIGNED_OUT));
  if (!reply.ok) throw refusalOf(reply.status, await reply.json().catch(() => null));
  const address = URL.createObjectURL(await reply.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameIn(reply.headers.get("Content-Disposition") ?? "");
  link.click();
  // The browser has begun to keep it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The file's name as the header tells it, with all its letters. */
export function nameIn(disposition: string): string {
  const told = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return told ? decodeURIComponent(told) : "fil";
}
