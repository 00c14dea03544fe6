/** Where an administrator begins: what there is to keep up to date, and what will happen by itself. */
import { to } from "../paths";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { Changes } from "./Changes";
import { o } from "./organisationTexts";

export function AdministrationPage() {
  return (
    <Page title={o.administration} lead={o.administrationLead}>
      <Section tight>
        <Rows>
          <Row level={2} large title={o.organisation} href={to.organisation} text={o.organisationText} />
          <Row level={2} large title={o.people} href={to.allPeople} text={o.peopleText} />
          <Row level={2} large title={o.imports} href={to.imports} text={o.importsText} />
          <Row level={2} large title={o.history} href={to.organisationHistory} text={o.historyText} />
        </Rows>
      </Section>
      <Changes />
    </Page>
  );
}
