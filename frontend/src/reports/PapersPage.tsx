/** A committee's papers: choose the meeting and the day, have them made, take the files and the text. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { moment, shortDay } from "../dates";
import { to } from "../paths";
import { Tag } from "../ui/Badge";
import { useFilters } from "../ui/Filters";
import { Columns, Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { Made } from "./Made";
import { PapersForm } from "./PapersForm";
import { meetingsQuery, reportsQuery } from "./reading";
import { t } from "./texts";

const DEFAULTS = { moede: "", papir: "", slags: "" };

export function PapersPage() {
  const { id } = useParams<{ id?: string }>();
  const query = useQuery(meetingsQuery(id));
  return <Await query={query}>{(found) => <Shown meetings={found} />}</Await>;
}

function Shown({ meetings }: { meetings: Schemas["MeetingPage"] }) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const { place } = meetings;
  if (!place) return <Page title={t.title} lead={t.lead} />;
  const lmu = place.committee === "lmu";
  const crumb = lmu
    ? { href: to.department(place.department.id), label: place.department.name }
    : { href: to.overview, label: t.overview };
  return (
    <Page title={lmu ? t.titleLmu(place.department.name) : t.title} lead={t.lead} crumbs={[crumb]}>
      <Columns aside={<Former department={place.department.id} shown={filters.papir} />}>
        {filters.papir && <Made key={filters.papir} id={filters.papir} />}
        <PapersForm
          place={place.department}
          meetings={meetings.items}
          meeting={filters.moede}
          kind={filters.slags}
          quiet={filters.papir !== ""}
          onMade={(report) => setFilter("papir", report)}
        />
      </Columns>
    </Page>
  );
}

function Former({ department, shown }: { department: string; shown: string }) {
  const query = useQuery(reportsQuery(department));
  return (
    <Section title={t.former} size={4} tight>
      <Await query={query} part>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t.formerNone}</p>
          ) : (
            <Rows label={t.former}>
              {items.map((one) => (
                <Row
                  key={one.id}
                  title={one.meeting ? t.meetingDay(shortDay(one.meeting.on)) : t.kinds[one.kind]}
                  {...(one.id === shown ? {} : { href: `?papir=${one.id}` })}
                  text={one.meeting ? t.kinds[one.kind] : t.asOfDay(shortDay(one.as_of))}
                  meta={t.madeAt(moment(one.created_at))}
                  side={one.state === "done" ? undefined : <Tag>{t.state[one.state]}</Tag>}
                />
              ))}
            </Rows>
          )
        }
      </Await>
    </Section>
  );
}
