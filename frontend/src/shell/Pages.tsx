/** Which page an address has. */
import { Route, Switch } from "wouter";
import type { Me } from "../api/session";
import { SignInPage } from "../firstRoutes";
import { NotFoundPage, routes } from "../routes";
import { Named } from "./Named";

/** `path` comes from the frame, so that a page and what stands around it change in one step. */
export function Pages({ me, path }: { me: Me | null; path: string }) {
  return (
    <Switch location={path}>
      {routes.map((route) => (
        <Route key={route.path} path={route.path}>
          {me || route.open ? <Named route={route} /> : <SignInPage />}
        </Route>
      ))}
      <Route>{me ? <NotFoundPage /> : <SignInPage />}</Route>
    </Switch>
  );
}
