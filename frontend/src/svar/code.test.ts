import { describe, expect, it } from "vitest";
import { readCode } from "./code";

// Made by the backend's surveys/codes.py.
const CODES = ["0HP9-NS0Z-G75H-K6VK", "Y04A-E02E-KB64-PDX0"];

describe("a code from a slip", () => {
  it("is read as it may be typed", () => {
    for (const code of CODES) {
      const plain = code.replaceAll("-", "");
      expect(readCode(code)).toBe(plain);
      expect(readCode(plain.toLowerCase())).toBe(plain);
      expect(readCode(code.replaceAll("-", " "))).toBe(plain);
    }
  });

  it("is refused with any one sign wrong, missing or too many", () => {
    for (const code of CODES) {
      const plain = code.replaceAll("-", "");
      for (let place = 0; place < plain.length; place++) {
        const other = plain[place] === "7" ? "8" : "7";
        expect(readCode(plain.slice(0, place) + other + plain.slice(place + 1))).toBeNull();
      }
      expect(readCode(plain.slice(1))).toBeNull();
      expect(readCode(`${plain}0`)).toBeNull();
      expect(readCode(`${plain.slice(0, -1)}!`)).toBeNull();
    }
  });
});
