/** Where a plan would be made, before there is a wording. */
import { to } from "../paths";
import { ButtonRow, LinkButton } from "../ui/Button";
import { Panel } from "../ui/Section";
import { p } from "./planTexts";
import type { Instrument } from "./waveReading";

export function InstrumentFirst({ instrument }: { instrument: Instrument }) {
  const mine = instrument.can.includes("choose");
  return (
    <Panel tone="tint" title={p.instrument.title}>
      <p>{mine ? p.instrument.mine : p.instrument.theirs}</p>
      {mine && (
        <ButtonRow>
          <LinkButton kind="filled" href={to.instrument}>
            {p.instrument.choose}
          </LinkButton>
        </ButtonRow>
      )}
    </Panel>
  );
}
