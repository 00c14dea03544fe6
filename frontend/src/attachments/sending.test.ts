import { describe, expect, it } from "vitest";
import { Refusal } from "../api/client";
import { nameIn, problemOf } from "./sending";

describe("what the API says of a file", () => {
  it("knows its name with all its letters", () => {
    expect(nameIn("attachment; filename=\"_rets.pdf\"; filename*=UTF-8''%C3%85rets.pdf")).toBe("Årets.pdf");
    expect(nameIn("")).toBe("fil");
  });
  it("tells what kept it out", () => {
    const empty = { errors: [{ field: "file", problem: "empty" }] };
    expect(problemOf(new Refusal(422, "invalid", empty))).toBe("empty");
    expect(problemOf(new Refusal(413, "too_large"))).toBe("too_large");
    expect(problemOf(new Refusal(409, "wrong_state", { state: "full" }))).toBe("full");
    expect(problemOf(new Refusal(409, "wrong_state", { state: "retired" }))).toBeNull();
    expect(problemOf(new Refusal(0, "offline"))).toBeNull();
  });
});
