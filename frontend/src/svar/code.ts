/**
 * The code from the slip: a typing error is told from its check sign, without asking anybody. The same
 * sum over GF(32) as in the backend's surveys/codes.py.
 */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const FIELD = 0b100101;

const timesTwo = (value: number): number => {
  const twice = value << 1;
  return twice & 32 ? twice ^ FIELD : twice;
};

/** The sixteen signs of whatever was typed, or null if it is no code. */
export function readCode(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replace(/[\s–‑-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const values = [...signs].map((sign) => SIGNS.indexOf(sign));
  if (values.length !== LENGTH || values.includes(-1)) return null;
  const check = values.slice(0, -1).reduceRight((total, value) => timesTwo(total ^ value), 0);
  return check === values[LENGTH - 1] ? signs : null;
}
