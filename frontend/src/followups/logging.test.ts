import { describe, expect, it } from "vitest";
import { bodyOf, firstChoice, initialValues, type LogValues, lacking, OTHER, shortened } from "./logging";
import type { FollowUp } from "./reading";

const item = (id: string, due: string) => ({ id, due }) as FollowUp;
const items = [item("a", "2026-06-02"), item("b", "2026-06-18"), item("c", "2026-07-01")];
const values: LogValues = { what: "a", question: "", assessment: "adjusted", note: " Fra mandag " };

describe("what is chosen to begin with", () => {
  it.each([
    ["c", "2026-06-04", "c"], // asked for
    ["", "2026-06-04", "a"], // its date has come
    ["gone", "2026-06-04", "a"],
    ["", "2026-06-01", ""], // nothing has come: she chooses
  ])("%s on %s: %s", (wanted, today, chosen) => {
    expect(firstChoice(items, wanted, today)).toBe(chosen);
  });

  it("is something else where nothing is planned", () => {
    expect(firstChoice([], "", "2026-06-04")).toBe(OTHER);
  });
});

it("shows the first few and the chosen one", () => {
  const many = [...items, item("d", "2026-07-02"), item("e", "2026-07-03")];
  const ids = (found: FollowUp[]) => found.map(({ id }) => id).join("");
  const [short, more] = shortened(many, "", false);
  expect([ids(short), more]).toEqual(["abc", 2]);
  const [chosen, rest] = shortened(many, "e", false);
  expect([ids(chosen), rest]).toEqual(["abce", 1]);
  expect(shortened(many, "", true)[1]).toBe(0);
  expect(shortened(many.slice(0, 4), "", false)[1]).toBe(0);
});

describe("what is lacking", () => {
  it("is told per field", () => {
    expect(lacking(values)).toEqual([]);
    const fields = lacking({ ...values, what: "", assessment: "" }).map(({ field }) => field);
    expect(fields).toEqual(["what", "assessment"]);
    expect(lacking({ ...values, what: OTHER, question: " " })[0]?.field).toBe("question");
  });
});

describe("what is sent", () => {
  it("tells the day, and an audience only of a sentence", () => {
    expect(bodyOf(values, "candid", "2026-06-04", "d1")).toEqual({
      assessment: "adjusted",
      note: "Fra mandag",
      audience: "candid",
      held_on: "2026-06-04",
      stop_series: false,
    });
    expect(bodyOf({ ...values, note: " " }, "candid", "2026-06-04", "d1")).toMatchObject({
      note: null,
      audience: "shared",
    });
  });

  it("says what something else is, and comes back to the form", () => {
    const other = { ...values, what: OTHER, question: "Holder det?" };
    const body = bodyOf(other, "shared", "2026-06-04", "d1");
    expect(body).toMatchObject({ question: "Holder det?", department_id: "d1", kind: "process" });
    const from = { key: "k", at: "", title: "Holder det?", followUp: null, body, trouble: null };
    expect(initialValues("a", from)).toEqual({ ...other, note: "Fra mandag" });
    expect(initialValues("a", null)).toEqual({ what: "a", question: "", assessment: "", note: "" });
  });
});
