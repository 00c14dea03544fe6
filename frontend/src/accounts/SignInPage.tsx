/** Signing in: with the work account, or in the demo as one of its cast. Shown wherever one must be known. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation, useSearchParams } from "wouter";
import { api, ask, type Schemas } from "../api/client";
import { refusalWords } from "../api/refusals";
import { useDemoSignIn, useMe } from "../api/session";
import { language } from "../i18n";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { expectArrival } from "../ui/arrival";
import { TextLink } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { Page } from "../ui/Page";
import { Heading } from "../ui/Section";
import { Trouble } from "../ui/Waiting";
import { t } from "./texts";

export function SignInPage() {
  const options = useQuery({
    queryKey: ["session", "options"],
    queryFn: () => ask(api.GET("/api/session/options")),
    staleTime: Infinity,
  }).data;
  const next = useNext();
  useGoOn(next);
  return (
    <div className="sign-in">
      <div>
        <Page title={t.title} lead={t.lead} />
        {options?.oidc && (
          <p className="sign-in__act">
            <a
              className="button button--filled button--large"
              href={`/api/session/oidc?next=${encodeURIComponent(next)}`}
            >
              {t.work}
            </a>
          </p>
        )}
        {options && !options.oidc && !options.demo && <p className="sign-in__act">{t.none}</p>}
        <div className="sign-in__read">
          <Heading level={2} size={4}>
            {t.code}
          </Heading>
          <p className="soft">
            {t.codeBefore}
            <a className="link" href="/svar">
              {t.codeLink}
            </a>
            .
          </p>
        </div>
        <div className="sign-in__read">
          <Heading level={2} size={4}>
            {t.read}
          </Heading>
          <p className="soft">
            {t.readBefore}
            <TextLink href={to.library}>{t.readLink}</TextLink>.
          </p>
        </div>
      </div>
      {options?.demo && <Cast />}
    </div>
  );
}

/** Where one wanted to go: the address given, or the page that sign-in stands in for. */
function useNext(): string {
  const [path] = useLocation();
  const [search] = useSearchParams();
  const wanted = search.get("videre") ?? "/";
  // Only addresses of our own: "//host" would lead elsewhere.
  return path === "/log-ind" ? (/^\/(?![/\\])/.test(wanted) ? wanted : "/") : path;
}

/** Once signed in, /log-ind leads on; elsewhere the wanted page takes this one's place by itself. */
function useGoOn(next: string): void {
  const { data, isStale, isFetching } = useMe();
  // After a lost session the person is remembered, but nobody is signed in.
  const known = Boolean(data) && !isStale && !isFetching;
  const [path, navigate] = useLocation();
  useEffect(() => {
    if (known && path === "/log-ind") navigate(next, { replace: true });
  }, [known, path, next, navigate]);
}

function Cast() {
  const cast = useQuery({
    queryKey: ["session", "cast"],
    queryFn: () => ask(api.GET("/api/session/cast")),
    staleTime: Infinity,
  });
  const signIn = useDemoSignIn();
  const enter = (key: string) => {
    // The wanted page takes the place of this one, and the focus goes to its heading.
    expectArrival();
    signIn.mutate(key);
  };
  return (
    <section aria-labelledby="cast">
      <h2 id="cast">{t.demo}</h2>
      <p className="soft">{t.demoLead}</p>
      {signIn.error && <Trouble words={refusalWords(signIn.error)} />}
      <ul className="cast">
        {cast.data?.cast.map((person) => (
          <li key={person.key}>
            <button type="button" onClick={() => enter(person.key)}>
              <CastWords person={person} />
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const CastWords = ({ person }: { person: Schemas["CastMember"] }) => (
  <span>
    <span className="cast__name">{person.name}</span>{" "}
    <span className="cast__role">{roleWords(person.role ?? "", person.title)}</span>
    <span className="cast__line">{language === "da" ? person.line_da : person.line_en}</span>
  </span>
);
