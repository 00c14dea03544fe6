/** Whoever does not keep a committee's meetings is told who does. */
import { LinkButton } from "../ui/Button";
import { Page } from "../ui/Page";
import { f } from "./formTexts";
import { m } from "./texts";

export function NotKept({ back }: { back: string }) {
  return (
    <Page title={f.notAllowed} lead={f.notAllowedText} width="text">
      <p className="section section--tight">
        <LinkButton href={back}>{m.meetings}</LinkButton>
      </p>
    </Page>
  );
}
