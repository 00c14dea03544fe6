/** Logo, main menu, person menu; on a phone all behind one button. */
import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { type Me, useLanguageChoice, useSignOut } from "../api/session";
import { language } from "../i18n";
import { to } from "../paths";
import { Button } from "../ui/Button";
import { classes } from "../ui/classes";
import { Icon, Logo } from "../ui/Icon";
import { ITEMS, isCurrent } from "./navigation";
import { roleWords, t } from "./texts";

/** `bare`: the logo alone, as on the sign-in page. */
export function Header({ me, bare }: { me: Me | null; bare?: boolean }) {
  const { open, setOpen, place } = useMenu();
  const toggle = (look: string, icon: "menu" | "person", words: string) => (
    <button
      type="button"
      className={`header__toggle ${look}`}
      aria-expanded={open}
      aria-controls="menu"
      onClick={() => setOpen(!open)}
    >
      <Icon name={icon} />
      {words}
    </button>
  );
  return (
    <header className={classes("header", open && "header--open")}>
      <div className="inner" ref={place}>
        <Link href={to.home} className="header__home" aria-label={t.home}>
          <Logo />
          Trinvis
        </Link>
        {!bare && (
          <>
            {toggle("header__menu", "menu", t.menu)}
            <MainMenu me={me} />
            {me && toggle("header__person", "person", me.person.name)}
            {!me && (
              <Link href={to.signIn()} className="header__toggle header__person">
                {t.signIn}
              </Link>
            )}
            <div id="menu" className="header__panel" hidden={!open}>
              {me ? <PersonMenu me={me} /> : <GuestMenu />}
            </div>
          </>
        )}
      </div>
    </header>
  );
}

/** Opened and closed by its button; closed by Escape, by a click elsewhere and by going somewhere. */
function useMenu() {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  const [path] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu.
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      place.current?.querySelector<HTMLElement>("[aria-expanded='true']")?.focus();
    };
    const click = (event: MouseEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("keydown", key);
    addEventListener("click", click);
    return () => {
      removeEventListener("keydown", key);
      removeEventListener("click", click);
    };
  }, [open]);
  return { open, setOpen, place };
}

function MainMenu({ me }: { me: Me | null }) {
  const [path] = useLocation();
  return (
    <nav className="nav" aria-label={t.main}>
      <ul>
        {ITEMS.filter((item) => item.shown(me)).map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              data-words={item.label}
              aria-current={isCurrent(item, path) ? "page" : undefined}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PersonMenu({ me }: { me: Me }) {
  const signOut = useSignOut();
  return (
    <section className="person" aria-label={t.person}>
      <p className="person__name">{me.person.name}</p>
      <ul>
        {me.roles.map((role) => (
          <li key={`${role.role}${role.department.id}`}>
            {t.roleAt(roleWords(role.role, role.title), role.department.name)}
          </li>
        ))}
      </ul>
      <div className="person__acts">
        <LanguageButton />
        <Button kind="link" onClick={() => signOut.mutate()} busy={signOut.isPending}>
          {t.signOut}
        </Button>
      </div>
    </section>
  );
}

const GuestMenu = () => (
  <div className="person">
    <div className="person__acts">
      <Link href={to.signIn()} className="button button--link">
        {t.signIn}
      </Link>
    </div>
  </div>
);

/** The other language, named in itself. */
export function LanguageButton({ plain }: { plain?: boolean }) {
  const choice = useLanguageChoice();
  const other = language === "da" ? "en" : "da";
  return (
    <button
      type="button"
      lang={other}
      className={plain ? undefined : "button button--link"}
      onClick={() => choice.mutate(other)}
    >
      {t.otherLanguage}
    </button>
  );
}
