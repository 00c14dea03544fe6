/** A wave as HMU sees it: hospital, centres, the range of departments without names. Can be projected. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { PrintButton } from "../ui/Sharing";
import { type Column, Table } from "../ui/Table";
import { ScaleChart, type ScaleRow } from "./chart";
import { h } from "./committeeTexts";
import { answeredWords } from "./difference";
import { Hidden, Sentence, TrustLink } from "./resultParts";
import { r } from "./resultTexts";
import "./results.scss";

type Committee = Schemas["CommitteeOut"];

export function CommitteePage() {
  const { wave } = useParams<{ wave: string }>();
  const query = useQuery({
    queryKey: ["committee", wave],
    queryFn: () => ask(api.GET("/api/waves/{wave_id}/committee", { params: { path: { wave_id: wave } } })),
  });
  return <Await query={query}>{(told) => <Told told={told} />}</Await>;
}

function Told({ told }: { told: Committee }) {
  const me = useSignedIn();
  const waits = told.closed_on === null || (told.visible_from !== null && told.visible_from > me.today);
  const shown = told.nodes.some((one) => one.mean_tenths !== null) || told.span !== null;
  return (
    <Page
      title={h.title}
      width="wide"
      crumbs={[{ href: to.overview, label: h.overview }]}
      current={h.current}
      lead={h.lead(told.place, told.closed_on && told.closes_on)}
      actions={shown ? <PrintButton /> : undefined}
    >
      {waits && <Waits from={told.visible_from} />}
      {!waits && shown && <Shown told={told} />}
      {!waits && !shown && (
        <>
          <Hidden />
          <p className="section section--tight no-print">
            <LinkButton kind="filled" href={to.cardsAtMeeting}>
              {r.useCards}
            </LinkButton>
          </p>
        </>
      )}
      <TrustLink />
    </Page>
  );
}

function Waits({ from }: { from: string | null }) {
  return (
    <Section>
      {from && <p className="results__words">{h.notYet(from)}</p>}
      <p className="measure results__note">{h.notYetWhy}</p>
    </Section>
  );
}

function Shown({ told }: { told: Committee }) {
  const single = told.nodes.some(({ kind }) => kind === "department");
  return (
    <div className="results results--projected">
      <Section title={h.places} lead={single ? `${h.what} ${h.whatSingle}` : h.what}>
        <p className="results__words">
          {told.span ? (
            <Sentence
              said={{
                key: "span",
                ...h.span(
                  told.span.departments,
                  r.tenths(told.span.low_tenths),
                  r.tenths(told.span.high_tenths),
                ),
              }}
            />
          ) : (
            h.noSpan
          )}
        </p>
        <Chart told={told} />
      </Section>
      <Section title={h.caption} level={2} size={4} tight>
        <Table caption={h.caption} columns={COLUMNS} rows={rowsOf(told)} rowKey={({ key }) => key} />
      </Section>
    </div>
  );
}

function Chart({ told }: { told: Committee }) {
  const scale = useContent().data?.scale;
  if (!scale) return null;
  const rows: ScaleRow[] = told.nodes
    .filter(({ mean_tenths: mean }) => mean !== null)
    .map((one) => ({
      key: one.id,
      name: one.name,
      note: r.answered(answeredWords(one)),
      mean: one.mean_tenths,
      low: null,
      high: null,
    }));
  const band = told.span && {
    key: "span",
    name: h.spanRow,
    note: h.spanNote,
    mean: null,
    low: told.span.low_tenths,
    high: told.span.high_tenths,
  };
  return (
    <figure className="figure">
      <ScaleChart
        rows={band ? [...rows, band] : rows}
        ends={[inLanguage(scale.low_label), inLanguage(scale.high_label)]}
      />
      <figcaption className="meta">{h.chartNote}</figcaption>
    </figure>
  );
}

interface Line {
  key: string;
  name: string;
  answered: string;
  mean: string;
}

/** Places in the organisation's order, then the range. */
const rowsOf = ({ nodes, span }: Committee): Line[] => [
  ...nodes.map(({ id, name, mean_tenths: mean, ...rest }) => ({
    key: id,
    name,
    answered: mean === null ? r.noNumber : answeredWords(rest),
    mean: mean === null ? h.hidden : r.tenths(mean),
  })),
  ...(span
    ? [
        {
          key: "span",
          name: h.spanRow,
          answered: r.noNumber,
          mean: h.spanEnds(r.tenths(span.low_tenths), r.tenths(span.high_tenths)),
        },
      ]
    : []),
];

const COLUMNS: Column<Line>[] = [
  { key: "place", title: h.column.place, rowTitle: true, cell: ({ name }) => name },
  { key: "answered", title: h.column.answered, number: true, cell: ({ answered }) => answered },
  { key: "mean", title: h.column.mean, number: true, cell: ({ mean }) => mean },
];
