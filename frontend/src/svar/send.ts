/** Fetching the questionnaire and sending the answers: no cookie, nothing kept, nothing but what is on the page. */

export interface Both {
  da: string;
  en: string;
}

export interface Questionnaire {
  state: "before" | "open" | "over";
  opens_on: string | null;
  closes_on: string | null;
  dialogue_on: string | null;
  place: string | null;
  statements: { key: string; text: Both }[];
}

export type Outcome = "sent" | "unusable" | "mistyped" | "closed" | "busy" | "offline";

/** A network that takes longer (ms) is none. */
const PATIENCE = 30_000;

const PLAIN: RequestInit = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };

/** The questionnaire; null if there is no such wave. Throws without network. */
export async function fetchQuestions(wave: string | null): Promise<Questionnaire | null> {
  const reply = await fetch(`/api/answers${wave ? `/${encodeURIComponent(wave)}` : ""}`, PLAIN);
  if (reply.ok) return (await reply.json()) as Questionnaire;
  if (reply.status === 404 || reply.status === 422) return null;
  throw new Error(String(reply.status));
}

/** Send once; whoever calls decides whether to try again. */
export async function sendAnswers(
  wave: string | null,
  code: string,
  answers: (number | null)[],
): Promise<Outcome> {
  let reply: Response;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    reply = await fetch("/api/answers", {
      ...PLAIN,
      signal: patience.signal,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ wave_id: wave, code, answers }),
    });
  } catch {
    return "offline";
  } finally {
    clearTimeout(timer);
  }
  if (reply.status === 204) return "sent";
  if (reply.status >= 500) return "busy";
  const { code: why } = (await reply.json().catch(() => ({ code: "" }))) as { code: string };
  if (why === "wave_closed") return "closed";
  return why === "invalid" ? "mistyped" : "unusable";
}
