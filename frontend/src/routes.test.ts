import { expect, test } from "vitest";
import { OPEN } from "./firstRoutes";
import { routes } from "./routes";

test("the frame knows which addresses are read without signing in", () => {
  const bare = ["/log-ind", "/tavle/:token"];
  const open = routes.filter((route) => route.open && !bare.includes(route.path)).map(({ path }) => path);
  expect(open.length).toBeGreaterThan(5);
  expect(open.filter((path) => !OPEN.test(path))).toEqual([]);
  expect(["/", "/hmu", "/afdelinger/x", "/redskaberne"].filter((path) => OPEN.test(path))).toEqual([]);
});
