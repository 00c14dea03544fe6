/** Sådan passer vi på oplysningerne: what is stored, who reads it, how long. */
import { language } from "../i18n";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Page } from "../ui/Page";
import { privacy as t } from "./longTexts";

export function PrivacyPage() {
  return (
    <Page title={t.title} lead={t.lead} width="text">
      <div className="prose section section--tight">
        {t.parts.map((part) => (
          <section key={part.title}>
            <h2>{part.title}</h2>
            {part.words.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </section>
        ))}
        <p>
          <a className="link" href={language === "en" ? "/tillid#english" : "/tillid"}>
            {t.answers}
          </a>
        </p>
        <p>
          <TextLink href={to.myHistory}>{t.mine}</TextLink>
        </p>
      </div>
    </Page>
  );
}
