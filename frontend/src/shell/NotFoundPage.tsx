/** No such page. */
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Page } from "../ui/Page";
import { t } from "./texts";

export function NotFoundPage() {
  return (
    <Page title={t.notFound} lead={t.notFoundLead} width="text">
      <p className="section section--tight">
        <LinkButton href={to.home} kind="filled">
          {t.toHome}
        </LinkButton>
      </p>
    </Page>
  );
}
