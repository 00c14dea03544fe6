/** What a wave shows of a department: the difference in words, the numbers behind it, and questions to talk about. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { month } from "../dates";
import { inLanguage, language } from "../i18n";
import { to } from "../paths";
import { ButtonRow, LinkButton } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { Page } from "../ui/Page";
import { FactList } from "../ui/Rows";
import { Section } from "../ui/Section";
import { CopyButton, PrintButton } from "../ui/Sharing";
import { differences, level, minutes, named, type Result } from "./difference";
import { Hidden, Instead, PlanTalk, Sentence, Statements, Talk, TrustLink, Waves } from "./resultParts";
import { r } from "./resultTexts";
import "./results.scss";
import { hmuWords } from "./said";
import { type AnswersWith, answersWith } from "./units";
import { useWave, type Wave } from "./waveReading";
import { w } from "./waveTexts";

type Content = Schemas["ContentOut"];

export function ResultPage() {
  const { wave, node } = useParams<{ wave: string; node: string }>();
  const content = useContent();
  const query = useQuery({
    queryKey: ["result", wave, node],
    queryFn: () =>
      ask(
        api.GET("/api/waves/{wave_id}/results/{node_id}", {
          params: { path: { wave_id: wave, node_id: node } },
        }),
      ),
  });
  return (
    <Await query={query}>
      {(result) => <Await query={content}>{(pack) => <Told result={result} pack={pack} />}</Await>}
    </Await>
  );
}

function Told({ result, pack }: { result: Result; pack: Content }) {
  const query = useWave(result.wave_id);
  const wave = query.data;
  const elsewhere = wave && answersWith(wave.nodes, result.node.id);
  return (
    <Page
      title={r.title(result.node.name)}
      crumbs={[
        { href: to.departments, label: r.departments },
        { href: to.department(result.node.id), label: result.node.name },
        { href: to.waves(result.node.id), label: r.waves },
      ]}
      current={r.current}
      lead={leadOf(result, pack, wave)}
    >
      {elsewhere && <Elsewhere result={result} {...elsewhere} />}
      {result.shown === "not_yet" && <NotYet result={result} wave={wave} />}
      {result.shown === "hidden" && !elsewhere && !query.isPending && (
        <Withheld result={result} wave={wave} />
      )}
      {result.points.length > 0 && <Shown result={result} pack={pack} wave={wave} />}
      <TrustLink />
    </Page>
  );
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const endsOf = ({ scale }: Content): [string, string] => [
  inLanguage(scale.low_label),
  inLanguage(scale.high_label),
];

function leadOf(result: Result, pack: Content, wave: Wave | undefined): string {
  const { points, phase } = result;
  const name = phase && r.phase[phase];
  if (points.length === 0) {
    const day = wave?.closes_on;
    return r.leadHidden(name, day ? month(day) : null);
  }
  const [low, high] = endsOf(pack).map(lower) as [string, string];
  const [one] = points;
  const said =
    points.length === 1 && one ? r.leadOne(name, month(one.closes_on)) : r.lead([...named(points).values()]);
  return `${said} ${r.scale(low, high)}`;
}

interface Parts {
  result: Result;
  wave: Wave | undefined;
}

function Shown({ result, pack, wave }: Parts & { pack: Content }) {
  const me = useSignedIn();
  const here = result.points.find(({ wave_id }) => wave_id === result.wave_id);
  if (!here) return null;
  const said = differences(result);
  const exact = here.answered !== null;
  return (
    <div className="results">
      <Section title={r.together}>
        <p className="results__words">
          {(said.length > 0 ? said : [level(here)]).map((one) => (
            <span key={one.key}>
              <Sentence said={one} />{" "}
            </span>
          ))}
        </p>
        {!exact && <p className="measure results__note">{r.meansOnly}</p>}
        <Waves points={result.points} ends={endsOf(pack)} />
      </Section>
      <Statements all={result.statements} when={month(here.closes_on)} />
      <Ways result={result} dialogueOn={wave?.dialogue_on ?? null} today={me.today} />
      <Talk>
        <PlanTalk node={result.node} on={wave?.dialogue_on ?? null} today={me.today} />
      </Talk>
    </div>
  );
}

/** Ways out of the page: what is shown, and nothing finer. */
function Ways({ result, dialogueOn, today }: { result: Result; dialogueOn: string | null; today: string }) {
  const file = (kind: "csv" | "xlsx") =>
    `/api/waves/${result.wave_id}/results/${result.node.id}/file?kind=${kind}&language=${language}`;
  return (
    <div className="section section--tight no-print">
      <ButtonRow>
        <a className="button button--quiet" href={file("xlsx")} download>
          <Icon name="download" />
          {r.export}
        </a>
        <a className="button button--quiet" href={file("csv")} download>
          <Icon name="download" />
          {r.exportCsv}
        </a>
        <CopyButton text={minutes(result, dialogueOn, today)}>{r.copy}</CopyButton>
        <PrintButton />
      </ButtonRow>
    </div>
  );
}

/** Those who answered as part of a larger whole have their result there, whatever is shown of it. */
function Elsewhere({ result, unit, above }: { result: Result } & AnswersWith) {
  const words = above ? r.answersWith.part : r.answersWith.with;
  return (
    <Section>
      <p className="results__words">{words(result.node.name, unit.name)}</p>
      {unit.read && (
        <p className="section section--tight">
          <LinkButton href={to.result(result.wave_id, unit.id)}>{r.answersWith.see(unit.name)}</LinkButton>
        </p>
      )}
    </Section>
  );
}

function Withheld({ result, wave }: Parts) {
  const me = useSignedIn();
  return (
    <>
      <Hidden />
      <Instead>
        <PlanTalk node={result.node} on={wave?.dialogue_on ?? null} today={me.today} />
      </Instead>
    </>
  );
}

function NotYet({ result, wave }: Parts) {
  return (
    <Section>
      <p className="results__words">{result.visible_from ? r.notYet(result.visible_from) : r.notYetNoDay}</p>
      {wave && (
        <div className="results">
          <Section title={w.whoSees} level={2} size={3} tight lead={r.notYetWhy}>
            <FactList
              items={[
                { label: w.sees.first, value: w.sees.from(wave.closed_on ?? wave.closes_on) },
                { label: w.sees.all, value: w.sees.dialogue(wave.dialogue_on) },
                { label: w.sees.hmu, value: hmuWords(wave) },
              ]}
            />
          </Section>
        </div>
      )}
    </Section>
  );
}
