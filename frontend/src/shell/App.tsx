/** The app: who is signed in decides which pages there are; the frame stands around them. */
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { asRefusal, SIGNED_OUT } from "../api/client";
import { type Me, useMe } from "../api/session";
import { wipeDrafts } from "../drafts";
import { first, OPEN, SignInPage } from "../firstRoutes";
import { readIn } from "../language";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Warm } from "../ui/Notice";
import { CrashGuard, Loading, Trouble } from "../ui/Waiting";
import { wearColours } from "./colours";
import { Footer, useContent } from "./Footer";
import { Header } from "./Header";
import { Named } from "./Named";
import { t } from "./texts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Only what may pass by itself is tried again.
      retry: (count, trouble) =>
        count < 2 && ["busy", "offline", "unavailable"].includes(asRefusal(trouble).code),
      networkMode: "always",
      refetchOnReconnect: true,
    },
    // Without network it fails at once and says so, instead of waiting unseen until there is some.
    mutations: { networkMode: "always" },
  },
});

const fetchPages = () => import("./Pages");
const Pages = lazy(async () => ({ default: (await fetchPages()).Pages }));

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Frame />
    </QueryClientProvider>
  );
}

function Frame() {
  const me = useMe();
  const lost = useLostSession();
  const [path] = useLocation();
  useOrganisation(me.data);
  // Beside the first page, so that the next one need not wait for the list of them.
  useEffect(() => void fetchPages().catch(() => undefined), []);
  const known = me.data ?? null;
  const bare = path === "/log-ind" || (me.data === null && !OPEN.test(path));
  return (
    <>
      <a className="skip-link" href="#indhold">
        {t.skip}
      </a>
      <Header me={known} bare={bare} />
      <main className="main" id="indhold" tabIndex={-1}>
        <div className="inner">
          {lost && known && (
            <Warm title={t.lostTitle}>
              {t.lostText}{" "}
              <LinkButton href={to.signIn(path)} kind="link">
                {t.signIn}
              </LinkButton>
            </Warm>
          )}
          {me.isError && <Trouble words={t.unreachable} onRetry={() => me.refetch()} />}
          <CrashGuard key={path}>
            <Suspense fallback={<Loading />}>
              {me.data === undefined ? (
                !me.isError && <Loading />
              ) : path !== first.path ? (
                <Pages me={me.data} path={path} />
              ) : me.data ? (
                <Named route={first} />
              ) : (
                <SignInPage />
              )}
            </Suspense>
          </CrashGuard>
        </div>
      </main>
      <Footer />
    </>
  );
}

/** True from when the API no longer knows us until we are signed in again; nothing typed is thrown away. */
function useLostSession(): boolean {
  const [lost, setLost] = useState(false);
  const client = useQueryClient();
  useEffect(() => {
    const on = () => {
      setLost(true);
      void client.invalidateQueries({ queryKey: ["me"], refetchType: "none" });
    };
    addEventListener(SIGNED_OUT, on);
    return () => removeEventListener(SIGNED_OUT, on);
  }, [client]);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.query.queryKey[0] === "me" && event.type === "updated" && event.action.type === "success")
          setLost(false);
      }),
    [client],
  );
  return lost;
}

/** The person's language, the organisation's colours, and no drafts that are too old. */
function useOrganisation(me: Me | null | undefined): void {
  const colours = useContent().data?.organisation.colours;
  useEffect(() => {
    if (me) readIn(me.language);
  }, [me]);
  useEffect(() => {
    if (colours) wearColours(colours);
  }, [colours]);
  useEffect(() => wipeDrafts("old"), []);
}
