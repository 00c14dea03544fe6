/** What stands under every page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, ask } from "../api/client";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { LanguageButton } from "./Header";
import { t } from "./texts";

/** The content pack: words, names and colours of the organisation. It changes with a new release only. */
export function useContent() {
  return useQuery({
    queryKey: ["content"],
    queryFn: () => ask(api.GET("/api/content")),
    staleTime: Infinity,
  });
}

export function Footer() {
  const organisation = useContent().data?.organisation;
  return (
    <footer className="footer">
      <div className="inner">
        <nav aria-label={t.footer}>
          <ul>
            <li>
              <Link href={to.accessibility}>{t.accessibility}</Link>
            </li>
            <li>
              <Link href={to.privacy}>{t.privacy}</Link>
            </li>
            <li>
              <LanguageButton plain />
            </li>
          </ul>
        </nav>
        <p className="footer__name">{organisation && inLanguage(organisation.name)}</p>
      </div>
    </footer>
  );
}
