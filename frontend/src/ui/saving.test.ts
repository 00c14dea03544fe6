import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pagesOf, type ReadPage, saving } from "./saving";

const SHEET = { title: "Liste", head: ["Nr."], danish: true };
const line = (item: number) => [item];
const goes = () => false;
const rowsOf = async (file: Blob | null) => (await file?.text())?.split("\r\n").slice(1, -1).map(Number);

/** Three pages of two; those asked for at `broken` fail. */
function three(broken: (asked: number) => boolean) {
  let asked = 0;
  const read: ReadPage<number> = async (cursor) => {
    asked += 1;
    if (broken(asked)) throw new Error("no connection");
    const from = Number(cursor ?? 0);
    return { items: [from, from + 1], next: from < 4 ? String(from + 2) : null };
  };
  return { read, count: () => asked };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving a list", () => {
  it("reads it to its end and tells how far it has come", async () => {
    const told: number[] = [];
    const file = saving("csv", SHEET, line, three(goes).read).go((n) => told.push(n), goes);
    expect(await rowsOf(await file)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(told).toEqual([2, 4, 6]);
  });

  it("asks again for a page that failed, and says nothing of it", async () => {
    const { read } = three((asked) => asked === 2 || asked === 3);
    const file = saving("csv", SHEET, line, read).go(() => undefined, goes);
    await vi.runAllTimersAsync();
    expect(await rowsOf(await file)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("goes on where it came to a halt: each row once", async () => {
    const { read, count } = three((asked) => asked > 1 && asked < 5);
    const under = saving("csv", SHEET, line, read);
    const halted = expect(under.go(() => undefined, goes)).rejects.toThrow("no connection");
    await vi.runAllTimersAsync();
    await halted;
    expect(count()).toBe(4);
    const told: number[] = [];
    expect(await rowsOf(await under.go((n) => told.push(n), goes))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(told).toEqual([4, 6]);
  });

  it("gives no file once it was stopped", async () => {
    let stopped = false;
    const { read, count } = three(goes);
    const tell = () => {
      stopped = true;
    };
    expect(await saving("xlsx", SHEET, line, read).go(tell, () => stopped)).toBeNull();
    expect(count()).toBe(2);
  });

  it("takes rows that are here already a few at a time", async () => {
    const rows = Array.from({ length: 1_201 }, (_, number) => number);
    const told: number[] = [];
    const file = saving("csv", SHEET, line, pagesOf(rows)).go((n) => told.push(n), goes);
    await vi.runAllTimersAsync();
    expect(await rowsOf(await file)).toEqual(rows);
    expect(told).toEqual([500, 1_000, 1_201]);
  });
});
