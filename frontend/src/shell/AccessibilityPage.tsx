/** Tilgængelighedserklæring: how accessible the pages are, and whom to tell when something is in the way. */
import { Page } from "../ui/Page";
import { accessibility as t } from "./longTexts";

export function AccessibilityPage() {
  return (
    <Page title={t.title} lead={t.lead} width="text">
      <div className="prose section section--tight">
        {t.paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <h2>{t.knownTitle}</h2>
        <ul>
          {t.known.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h2>{t.tellTitle}</h2>
        <p>{t.tell}</p>
        <p>{t.complain}</p>
      </div>
    </Page>
  );
}
