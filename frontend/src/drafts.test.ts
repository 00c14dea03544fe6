import { beforeEach, describe, expect, it, vi } from "vitest";
import { dropDraft, readDraft, wipeDrafts, writeDraft } from "./drafts";

const HOUR = 3_600_000;
const values = { change: "Vi prøver", note: "kun for os" };

/** The part of the browser's storage that drafts use. */
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

beforeEach(() => {
  vi.stubGlobal("localStorage", memory());
});

describe("drafts", () => {
  it("come back to the same person and record only", () => {
    writeDraft("karen", "trial:1", values);
    expect(readDraft("karen", "trial:1")).toEqual(values);
    expect(readDraft("anders", "trial:1")).toBeNull();
    expect(readDraft("karen", "trial:2")).toBeNull();
  });

  it("last eight hours", () => {
    writeDraft("karen", "trial:1", values, [], 0);
    expect(readDraft("karen", "trial:1", 8 * HOUR - 1)).toEqual(values);
    expect(readDraft("karen", "trial:1", 8 * HOUR)).toBeNull();
  });

  it("never hold what is only for us", () => {
    writeDraft("karen", "log:1", values, ["note"]);
    expect(readDraft("karen", "log:1")).toEqual({ change: "Vi prøver" });
    expect(JSON.stringify(localStorage.getItem("trinvis-draft:karen:log:1"))).not.toContain("kun for os");
  });

  it("are wiped at sign-out, other things are not", () => {
    localStorage.setItem("trinvis-language", "en");
    writeDraft("karen", "trial:1", values);
    writeDraft("anders", "trial:1", values);
    wipeDrafts();
    expect(localStorage.length).toBe(1);
  });

  it("that are old are wiped at the next visit", () => {
    writeDraft("karen", "old", values, [], 0);
    writeDraft("karen", "young", values, [], 7 * HOUR);
    localStorage.setItem("trinvis-draft:karen:broken", "{");
    wipeDrafts("old", 9 * HOUR);
    expect(localStorage.length).toBe(1);
    expect(readDraft("karen", "young", 9 * HOUR)).toEqual(values);
  });

  it("are forgotten when saved", () => {
    writeDraft("karen", "trial:1", values);
    dropDraft("karen", "trial:1");
    expect(readDraft("karen", "trial:1")).toBeNull();
  });

  it("do without a storage that is forbidden", () => {
    vi.stubGlobal("localStorage", undefined);
    writeDraft("karen", "trial:1", values);
    expect(readDraft("karen", "trial:1")).toBeNull();
    wipeDrafts();
  });
});
