/**
 * Making answer slips: how many may be made, what that does to those made before, then a PDF or a view to
 * print. The codes are in this page's memory only: no draft, no cache, no address holds them.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Refusal } from "../api/client";
import { fieldErrors, type Problem } from "../api/refusals";
import { language } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextField } from "../ui/Field";
import { Page } from "../ui/Page";
import { Panel, Section } from "../ui/Section";
import { crumbsOf } from "./crumbs";
import { useLeaveQuestion } from "./leaving";
import { type Slips, SlipsView } from "./SlipsView";
import { s } from "./slipTexts";
import { unitNodes } from "./units";
import { useWave, type Wave, type WaveUnit } from "./waveReading";
import { w } from "./waveTexts";
import "./waves.scss";

export function SlipsPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useWave(id)}>
      {(wave) => (wave.can.includes("print") ? <Make key={id} wave={wave} /> : <NotNow wave={wave} />)}
    </Await>
  );
}

function NotNow({ wave }: { wave: Wave }) {
  return (
    <Page title={s.notNow} lead={s.notNowText} crumbs={crumbsOf(wave, true)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.wave(wave.id)}>{s.toWave}</LinkButton>
      </p>
    </Page>
  );
}

/** What was made just now: a file, or slips on the page. */
type Made = { unit: string; count: number } & ({ file: Blob } | { slips: Slips });

function Make({ wave }: { wave: Wave }) {
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      <div className="no-print">
        <Page title={s.title} current={s.current} lead={s.lead} crumbs={crumbsOf(wave, true)} width="text">
          <Section tight>
            {made ? (
              <Ready made={made} wave={wave} onMore={() => setMade(null)} />
            ) : (
              <Choose wave={wave} onMade={setMade} />
            )}
          </Section>
        </Page>
      </div>
      {made && "slips" in made && <SlipsView slips={made.slips} />}
    </>
  );
}

/** Most that may be made of a unit now, and how many of it stop working thereby. */
function allowed(wave: Wave, unit: WaveUnit): { most: number; voided: number } {
  const printed = unit.printed ?? 0;
  return wave.state === "open"
    ? { most: Math.max(0, unit.unit_heads - printed), voided: 0 }
    : { most: unit.unit_heads, voided: printed };
}

interface ChooseProps {
  wave: Wave;
  onMade: (made: Made) => void;
}

function Choose({ wave, onMade }: ChooseProps) {
  const [search, setSearch] = useSearchParams();
  const queries = useQueryClient();
  const units = unitNodes(wave.nodes);
  const unit = units.find((one) => one.id === search.get("enhed")) ?? units[0];
  const [typed, setTyped] = useState<string | null>(null);
  const { most, voided } = unit ? allowed(wave, unit) : { most: 0, voided: 0 };
  const count = typed ?? String(most);
  // What comes back goes to the page and not through the reply of `useSave`, which would be kept a while.
  const save = useSave(
    async (how: "pdf" | "view"): Promise<true> => {
      const given = {
        params: { path: { wave_id: wave.id } },
        body: { unit_id: unit?.id ?? "", count: Number(count), language },
      };
      const about = { unit: unit?.name ?? "", count: Number(count) };
      if (how === "pdf") {
        const reply = api.POST("/api/waves/{wave_id}/slips/pdf", { ...given, parseAs: "blob" });
        const made = { ...about, file: (await ask(reply)) as Blob };
        download(made);
        onMade(made);
      } else {
        onMade({ ...about, slips: await ask(api.POST("/api/waves/{wave_id}/slips", given)) });
      }
      return true;
    },
    {
      onSaved: () => void queries.invalidateQueries({ queryKey: ["wave", wave.id] }),
      words: tooMany,
    },
  );
  const lacks = (): Problem[] =>
    /^\d+$/.test(count) && Number(count) >= 1 && Number(count) <= most
      ? []
      : [{ field: "count", words: s.wrongCount(most) }];
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run("pdf", lacks());
      }}
    >
      <ErrorSummary problems={save.problems} />
      {units.length > 1 && (
        <RadioCards
          name="unit_id"
          legend={s.which}
          legendSize="h3"
          options={units.map((one) => ({
            value: one.id,
            label: one.name,
            detail: s.unit(w.people(one.unit_heads), one.printed ?? 0),
          }))}
          value={unit?.id ?? null}
          onChange={(enhed) => {
            setTyped(null);
            save.clear();
            setSearch({ enhed }, { replace: true });
          }}
        />
      )}
      {most === 0 ? (
        <p className="section__act">{s.none}</p>
      ) : (
        <>
          <TextField
            name="count"
            label={s.count}
            hint={wave.state === "open" && unit?.printed ? s.mostLeft(most) : s.most(most)}
            size="short"
            inputMode="numeric"
            value={count}
            onChange={setTyped}
            error={wordsFor(save.problems, "count")}
          />
          <div className="slips-before">
            {voided > 0 && (
              <p>
                <strong>{s.voids(voided, unit?.name ?? "")}</strong>
              </p>
            )}
            {wave.state === "open" && (unit?.printed ?? 0) > 0 && <p>{s.keeps}</p>}
            <p>{s.once}</p>
            <p>{s.box}</p>
          </div>
          <ButtonRow>
            <Button kind="filled" type="submit" icon="download" busy={save.busy}>
              {s.pdf}
            </Button>
            <Button icon="print" busy={save.busy} onClick={() => save.run("view", lacks())}>
              {s.view}
            </Button>
          </ButtonRow>
        </>
      )}
    </form>
  );
}

function tooMany(refusal: Refusal): Problem[] | null {
  const wrong = fieldErrors(refusal).find(({ problem }) => problem === "more_than_heads");
  return wrong ? [{ field: "count", words: s.wrongCount(Number(wrong.most)) }] : null;
}

function download({ unit, file }: { unit: string; file: Blob }): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${s.file} ${unit}.pdf`;
  link.click();
  // The browser has taken the file by then; until it has, the address must stand.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

interface ReadyProps {
  made: Made;
  wave: Wave;
  onMore: () => void;
}

function Ready({ made, wave, onMore }: ReadyProps) {
  const [printed, setPrinted] = useState(false);
  const onPage = "slips" in made;
  useLeaveQuestion(onPage && !printed, s.leave);
  useEffect(() => {
    const done = () => setPrinted(true);
    addEventListener("afterprint", done);
    return () => removeEventListener("afterprint", done);
  }, []);
  const more = () => {
    if (!onPage || printed || confirm(s.leave)) onMore();
  };
  return (
    <Panel tone="tint" title={s.made(made.count, made.unit)}>
      <p role="status">{onPage ? s.inView : s.inFile}</p>
      <p>{s.box}</p>
      <ButtonRow>
        {onPage ? (
          <Button kind="filled" icon="print" onClick={() => print()}>
            {s.print}
          </Button>
        ) : (
          <Button icon="download" onClick={() => download(made)}>
            {s.again}
          </Button>
        )}
        <Button kind="link" onClick={more}>
          {s.more}
        </Button>
        <LinkButton kind="link" href={to.wave(wave.id)}>
          {s.toWave}
        </LinkButton>
      </ButtonRow>
    </Panel>
  );
}
