/**
 * Splits the app by language at build: `import("./main?da")` and `import("./main?en")` are two graphs of
 * the same sources, and in each of them `texts({ da, en })` is replaced by the half that is read there.
 * Without this plugin (in tests) `texts()` chooses at run time, with the same result.
 */
import type { Plugin } from "vite";

const MARK = /[?&](da|en)(?=&|$)/;
const OWN_SOURCE = /\/src\/[^?]+\.tsx?$/;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export function languages(): Plugin[] {
  return [
    {
      name: "trinvis:language-graphs",
      enforce: "pre",
      resolveId: {
        async handler(source, importer) {
          const mark = source.match(MARK)?.[1] ?? importer?.match(MARK)?.[1];
          if (!mark || !importer || source.startsWith("\0")) return null;
          const found = await this.resolve(source.replace(MARK, ""), importer.replace(MARK, ""), {
            skipSelf: true,
          });
          if (!found || found.external || !OWN_SOURCE.test(found.id)) return found;
          return { ...found, id: `${found.id}?${mark}` };
        },
      },
    },
    {
      name: "trinvis:one-language",
      enforce: "post",
      transform: {
        filter: { id: /\/src\/[^?]+\.tsx?\?(da|en)$/, code: /\btexts\(/ },
        handler(code, id) {
          const mark = id.match(MARK)?.[1] ?? "da";
          const cuts = chosenHalves(this.parse(code) as unknown as Node, mark);
          let result = code;
          for (const { call, half } of cuts.sort((a, b) => b.call.start - a.call.start)) {
            result = `${result.slice(0, call.start)}(${code.slice(half.start, half.end)})${result.slice(call.end)}`;
          }
          return { code: result, map: null };
        },
      },
    },
  ];
}

/** Every call `texts({ da: ..., en: ... })` of the program, with the half of the chosen language. */
function chosenHalves(node: unknown, mark: string): { call: Node; half: Node }[] {
  if (Array.isArray(node)) return node.flatMap((child) => chosenHalves(child, mark));
  if (!node || typeof node !== "object") return [];
  const {
    type,
    callee,
    arguments: given,
  } = node as Node & { callee?: { name?: string }; arguments?: Node[] };
  if (type === "CallExpression" && callee?.name === "texts") {
    const properties = (given?.[0]?.properties ?? []) as { key: { name: string }; value: Node }[];
    const half = properties.find((property) => property.key.name === mark)?.value;
    return half ? [{ call: node as Node, half }] : [];
  }
  return Object.values(node).flatMap((child) => chosenHalves(child, mark));
}
