/** A wave's way from draft to result in words: what is behind, what is missing now and who does it. */
import type { ReactNode } from "react";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { ButtonRow, LinkButton, TextLink } from "../ui/Button";
import { classes } from "../ui/classes";
import { Icon } from "../ui/Icon";
import { Heading } from "../ui/Section";
import { x } from "./pathTexts";
import { departmentsOf, unitNodes } from "./units";
import { Confirm, Decide } from "./WaveMoves";
import type { Wave } from "./waveReading";
import { w } from "./waveTexts";

type State = "done" | "now" | "ahead";

interface StageProps {
  title: string;
  state: State;
  children?: ReactNode;
}

function Stage({ title, state, children }: StageProps) {
  return (
    <li className={classes("stage", `stage--${state}`)} aria-current={state === "now" ? "step" : undefined}>
      <span className="stage__mark" aria-hidden="true">
        {state === "done" && <Icon name="check" size={18} />}
      </span>
      <div className="stage__words">
        <Heading level={3} size={4}>
          {title}
        </Heading>
        {children && (
          <div className={classes("stage__text", state === "now" && "stage__now")}>{children}</div>
        )}
      </div>
    </li>
  );
}

export function WavePath({ wave }: { wave: Wave }) {
  const decided = wave.decided_on !== null;
  const confirmed = wave.confirmed_on !== null;
  const { opened_on, state } = wave;
  return (
    <ol className="stages" aria-label={x.path}>
      <Stage title={x.planned} state="done">
        {wave.can.includes("edit") && <TextLink href={to.editWave(wave.id)}>{x.editPlan}</TextLink>}
      </Stage>
      <Decision wave={wave} state={decided ? "done" : "now"} />
      <Confirmation wave={wave} state={confirmed ? "done" : decided ? "now" : "ahead"} />
      <Printing wave={wave} state={opened_on ? "done" : confirmed ? "now" : "ahead"} />
      <Opening wave={wave} state={state === "closed" ? "done" : opened_on ? "now" : "ahead"} />
      <Closing wave={wave} />
    </ol>
  );
}

interface PartProps {
  wave: Wave;
  state: State;
}

function Decision({ wave, state }: PartProps) {
  const who = w.committee[wave.decided_by ?? wave.decider];
  return (
    <Stage title={x.decides(who)} state={state}>
      {wave.decided_on && <p>{x.decidedOn(who, wave.decided_on)}</p>}
      {state === "now" && (wave.can.includes("plan") ? <Decide wave={wave} /> : <p>{x.decideOther}</p>)}
    </Stage>
  );
}

function Confirmation({ wave, state }: PartProps) {
  return (
    <Stage title={x.confirms} state={state}>
      {wave.confirmed_on && <p>{x.confirmedOn(wave.confirmed_on)}</p>}
      {state === "now" &&
        (wave.can.includes("confirm") ? <Confirm key={wave.version} wave={wave} /> : <p>{x.confirmOther}</p>)}
    </Stage>
  );
}

function Printing({ wave, state }: PartProps) {
  const units = unitNodes(wave.nodes);
  const printed = units.reduce((all, one) => all + (one.printed ?? 0), 0);
  const heads = units.reduce((all, one) => all + one.unit_heads, 0);
  const prints = wave.can.includes("print");
  return (
    <Stage title={x.slips} state={state}>
      {printed > 0 && <p>{x.slipsSome(printed, heads)}</p>}
      {state === "now" && <p>{prints ? x.slipsMake : x.slipsOther}</p>}
      {prints && (
        <ButtonRow>
          <LinkButton kind={printed === 0 ? "filled" : "outline"} href={to.slips(wave.id)}>
            {printed > 0 ? x.slipsMore : x.slipsAct}
          </LinkButton>
        </ButtonRow>
      )}
    </Stage>
  );
}

function Opening({ wave, state }: PartProps) {
  const { today } = useSignedIn();
  const { opens_on, closes_on, opened_on, confirmed_on } = wave;
  if (state === "done") return <Stage title={x.open} state="done" />;
  if (opened_on) {
    return (
      <Stage title={x.open} state="now">
        <p>{x.openTo(closes_on)}</p>
        <Bands wave={wave} />
      </Stage>
    );
  }
  const words =
    closes_on < today
      ? x.gone
      : confirmed_on
        ? x.opensBy(opens_on)
        : opens_on <= today
          ? x.late(opens_on)
          : x.opensIf(opens_on);
  return (
    <Stage title={x.opens} state={state}>
      <p>{words}</p>
    </Stage>
  );
}

/** Per department, for those who may see it: a band, once a day. */
function Bands({ wave }: { wave: Wave }) {
  const departments = departmentsOf(wave.nodes);
  const told = wave.nodes.filter((one) => departments.has(one.id) && one.band && one.band_on);
  if (told.length === 0) return <p className="meta">{x.bandNone}</p>;
  return (
    <>
      <ul className="plain-list bands" aria-label={x.bands}>
        {told.map(({ id, name, band, band_on }) => (
          <li key={id}>
            {departments.size > 1 && <span className="bands__name">{name}</span>}
            <strong>{band === "0-4" ? x.bandFew : x.band(band ?? "")}</strong>, {x.bandOn(band_on ?? "")}
          </li>
        ))}
      </ul>
      <p className="meta">{x.bandNone}</p>
    </>
  );
}

function Closing({ wave }: { wave: Wave }) {
  if (wave.state !== "closed") {
    return (
      <Stage title={x.closes} state="ahead">
        <p>{x.closesBy(wave.closes_on)}</p>
      </Stage>
    );
  }
  if (!wave.destroyed_at) {
    return (
      <Stage title={x.closes} state="now">
        <p role="status">{x.counting}</p>
        <progress className="wave-progress" max={100} value={wave.counting ?? 0} aria-label={x.counting} />
      </Stage>
    );
  }
  return (
    <Stage title={x.closes} state="done">
      <p>{x.counted}</p>
    </Stage>
  );
}
