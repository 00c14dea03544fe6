import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Code, Refusal } from "../api/client";
import { change, drop, enqueue, mayWait, readQueue, sendQueue, take, type Waiting } from "./queue";

/** The part of the browser's storage that the queue uses. */
function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

const body = {
  assessment: "adjusted",
  audience: "shared",
  held_on: "2026-06-04",
  note: "Vi begynder 7.10",
  stop_series: false,
} as const;

const waiting = (key: string, more: Partial<Waiting> = {}): Waiting => ({
  key,
  at: "2026-06-04T13:22:00Z",
  title: "Når nattevagten at være med?",
  followUp: "f1",
  body,
  trouble: null,
  ...more,
});

const refused = (code: Code) => Promise.reject(new Refusal(409, code));
const keys = (person: string) => readQueue(person).map(({ key }) => key);

beforeEach(() => {
  vi.stubGlobal("localStorage", memory());
});

describe("what waits", () => {
  it("belongs to one person and stands in order", () => {
    enqueue("karen", waiting("a"));
    enqueue("karen", waiting("b"));
    expect(keys("karen")).toEqual(["a", "b"]);
    expect(keys("anders")).toEqual([]);
  });

  it("is kept once under its key", () => {
    enqueue("karen", waiting("a"));
    enqueue("karen", waiting("a", { title: "Igen" }));
    expect(readQueue("karen").map(({ title }) => title)).toEqual(["Igen"]);
  });

  it("is never a note for few eyes", async () => {
    const candid = { ...body, audience: "candid" } as const;
    expect(mayWait(candid)).toBe(false);
    expect(mayWait({ ...candid, note: "" })).toBe(true);
    expect(enqueue("karen", waiting("a", { body: candid }))).toBe(false);
    enqueue("karen", waiting("b"));
    expect(await change("karen", "b", { audience: "candid" })).toBe(false);
    expect(JSON.stringify(readQueue("karen"))).not.toContain("candid");
  });

  it("can be changed and dropped", async () => {
    enqueue("karen", waiting("a", { trouble: "invalid" }));
    await change("karen", "a", { next_due: "2026-06-18" });
    expect(readQueue("karen")[0]).toMatchObject({ body: { next_due: "2026-06-18" }, trouble: null });
    drop("karen", "a");
    expect(localStorage.length).toBe(0);
  });

  it("survives rubbish and a forbidden storage", () => {
    localStorage.setItem("trinvis-waiting:karen", "{nonsense");
    expect(readQueue("karen")).toEqual([]);
    localStorage.setItem("trinvis-waiting:karen", '[null,{"key":1}]');
    expect(readQueue("karen")).toEqual([]);
    vi.stubGlobal("localStorage", null);
    expect(enqueue("karen", waiting("a"))).toBe(false);
  });
});

describe("sending", () => {
  it("sends each once, oldest first", async () => {
    for (const key of ["a", "b", "c"]) enqueue("karen", waiting(key));
    const seen: string[] = [];
    const send = async ({ key }: Waiting) => void seen.push(key);
    const counts = await Promise.all([sendQueue("karen", send), sendQueue("karen", send)]);
    expect(counts).toEqual([3, 0]);
    expect(seen).toEqual(["a", "b", "c"]);
    expect(readQueue("karen")).toEqual([]);
  });

  it.each<Code>(["offline", "busy", "unavailable", "not_signed_in", "internal"])(
    "waits on while it is %s",
    async (code) => {
      enqueue("karen", waiting("a"));
      enqueue("karen", waiting("b"));
      const send = vi.fn(() => refused(code));
      expect(await sendQueue("karen", send)).toBe(0);
      expect(send).toHaveBeenCalledTimes(1);
      expect(readQueue("karen").map(({ trouble }) => trouble)).toEqual([null, null]);
    },
  );

  it.each<Code>(["not_found", "wrong_state", "not_allowed", "invalid", "key_reused"])(
    "keeps the text when it is %s, and goes on with the rest",
    async (code) => {
      enqueue("karen", waiting("a"));
      enqueue("karen", waiting("b"));
      const send = vi.fn(({ key }: Waiting) => (key === "a" ? refused(code) : Promise.resolve()));
      expect(await sendQueue("karen", send)).toBe(1);
      expect(readQueue("karen")).toEqual([waiting("a", { trouble: code })]);
      await sendQueue("karen", send);
      expect(send).toHaveBeenCalledTimes(2);
    },
  );

  it("does not send what was dropped meanwhile", async () => {
    for (const key of ["a", "b", "c"]) enqueue("karen", waiting(key));
    const seen: string[] = [];
    await sendQueue("karen", async ({ key }) => {
      seen.push(key);
      drop("karen", "b");
    });
    expect(seen).toEqual(["a", "c"]);
  });

  it("gives one back to be written anew, unless it is sent", async () => {
    enqueue("karen", waiting("a"));
    expect(await take("karen", "a")).toEqual(waiting("a"));
    expect(readQueue("karen")).toEqual([]);
    enqueue("karen", waiting("b"));
    let answer: Promise<Waiting | null> = Promise.resolve(waiting("c"));
    await sendQueue("karen", async () => {
      answer = take("karen", "b");
    });
    expect(await answer).toBeNull();
  });

  it("tells a change that it came too late", async () => {
    enqueue("karen", waiting("a"));
    let answer: Promise<boolean> = Promise.resolve(true);
    await sendQueue("karen", async () => {
      answer = change("karen", "a", { next_due: "2026-06-18" });
    });
    expect(await answer).toBe(false);
    enqueue("karen", waiting("b"));
    expect(await change("karen", "b", { next_due: "2026-06-18" })).toBe(true);
  });
});
