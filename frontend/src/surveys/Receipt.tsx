/** What hangs on the wall when a wave is counted: the single answers are gone, and when the result comes. */
import { span } from "../dates";
import { Logo } from "../ui/Icon";
import { Section } from "../ui/Section";
import { PrintButton } from "../ui/Sharing";
import { x } from "./pathTexts";
import type { Wave } from "./waveReading";

export function Receipt({ wave }: { wave: Wave }) {
  if (!wave.destroyed_at) return null;
  return (
    <Section title={x.receipt} lead={x.receiptText} actions={<PrintButton>{x.receiptPrint}</PrintButton>}>
      <article className="receipt">
        <p className="receipt__brand">
          <Logo /> Trinvis
        </p>
        <p className="receipt__what">{x.receiptWhat(wave.place.name, span(wave.opens_on, wave.closes_on))}</p>
        <p className="receipt__erased">{x.erased(wave.destroyed_at)}</p>
        <p className="receipt__erased">{x.hangs(wave.dialogue_on)}</p>
        <p>{x.receiptHow}</p>
        <p className="receipt__foot">{x.receiptTrust(`${location.host}/tillid`)}</p>
      </article>
    </Section>
  );
}
