import { describe, expect, it } from "vitest";
import { ask, Refusal } from "./client";
import { problemsOf, refusalWords } from "./refusals";

const reply = (status: number, error: unknown) =>
  Promise.resolve({ error, response: new Response(null, { status }) });

describe("refusals", () => {
  it("carry the API's code and facts", async () => {
    const refused = ask(reply(412, { code: "version_conflict", facts: { version: 4 } }));
    await expect(refused).rejects.toMatchObject({
      status: 412,
      code: "version_conflict",
      facts: { version: 4 },
    });
  });

  it("say so when there is no network", async () => {
    const refused = ask(Promise.reject(new TypeError("Failed to fetch")));
    await expect(refused).rejects.toMatchObject({ status: 0, code: "offline" });
  });

  it("have words even for what nobody foresaw", async () => {
    const refused = ask(reply(502, "<html>"));
    await expect(refused).rejects.toMatchObject({ code: "unknown" });
    expect(refusalWords(new Error("?"))).toContain("er her stadig");
  });

  it("lead to the fields that are wrong", () => {
    const invalid = new Refusal(422, "invalid", {
      errors: [
        { field: "change", problem: "string_too_long", max_length: 500 },
        { field: "due", problem: "nobody knows" },
      ],
    });
    expect(problemsOf(invalid)).toEqual([
      { field: "change", words: "Skriv kortere: højst 500 tegn." },
      { field: "due", words: "Ret feltet." },
    ]);
    expect(problemsOf(new Refusal(409, "fields_needed", { missing: ["measure"] }))).toEqual([
      { field: "measure", words: "Skriv noget her." },
    ]);
  });

  it("are a sentence where no field is to blame", () => {
    expect(problemsOf(new Refusal(503, "busy"))).toEqual([{ words: refusalWords(new Refusal(503, "busy")) }]);
  });
});
