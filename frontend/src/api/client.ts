/**
 * The typed door to the API.
 *
 *   const trial = await ask(api.GET("/api/trial-actions/{trial_id}", { params: { path: { trial_id } } }));
 *   await ask(api.PUT("...", { params: { path, header: ifMatch(trial.version) }, body }));
 *   await ask(api.POST("...", { params: { header: attempt(body) }, body }));
 *
 * `ask` gives the data or throws a `Refusal`, which refusals.ts words.
 */
import createClient from "openapi-fetch";
import { useRef } from "react";
import type { components, paths } from "./types.gen";

export type Schemas = components["schemas"];

/** Why the API said no; the last two are the browser's own: no network, and what nobody foresaw. */
export type Code = Schemas["Code"] | "offline" | "unknown";

export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    readonly status: number,
    readonly code: Code,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

const READS = new Set(["GET", "HEAD"]);

export const api = createClient<paths>({ baseUrl: typeof location === "undefined" ? "" : location.origin });

api.use({
  onRequest({ request }) {
    if (!READS.has(request.method)) request.headers.set("X-Trinvis", "1");
    return request;
  },
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== "/api/me") dispatchEvent(new Event(SIGNED_OUT));
  },
});

/** Fired on `window` when the API no longer knows who we are. */
export const SIGNED_OUT = "trinvis:signed-out";

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of a reply, or a thrown `Refusal`. */
export async function ask<T>(reply: Promise<Reply<T>>): Promise<NonNullable<T>> {
  let answer: Reply<T>;
  try {
    answer = await reply;
  } catch (trouble) {
    // fetch throws a TypeError when there is no network; a stopped request stays what it is.
    if (trouble instanceof DOMException && trouble.name === "AbortError") throw trouble;
    throw new Refusal(0, "offline");
  }
  if (!answer.response.ok) throw refusalOf(answer.response.status, answer.error);
  // A reply without content (204) has no data, and nobody reads any.
  return answer.data as NonNullable<T>;
}

/** What a reply that is no success says. */
export function refusalOf(status: number, body: unknown): Refusal {
  const found = body && typeof body === "object" ? (body as { code?: unknown; facts?: unknown }) : {};
  const code = typeof found.code === "string" ? (found.code as Code) : "unknown";
  return new Refusal(status, code, (found.facts ?? {}) as Record<string, unknown>);
}

/** Whatever was thrown, as a `Refusal`. */
export const asRefusal = (trouble: unknown): Refusal =>
  trouble instanceof Refusal ? trouble : new Refusal(0, "unknown", { message: String(trouble) });

/** Header for a change of a record whose version the writer has seen. */
export const ifMatch = (version: number) => ({ "if-match": `"${version}"` });

/**
 * Header for a creation: the same key as long as the same body is sent again, so that a repeated attempt
 * creates nothing twice; a changed body is a new attempt.
 */
export function useAttempt(): (body: unknown) => { "idempotency-key": string } {
  const last = useRef({ body: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.body !== text) last.current = { body: text, key: crypto.randomUUID() };
    return { "idempotency-key": last.current.key };
  };
}

/** Header for a creation that is sent from outside a component, e.g. from a queue that keeps its key. */
export const attemptKey = (key: string) => ({ "idempotency-key": key });
