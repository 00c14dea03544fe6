/**
 * What one is told when people change. Loaded after the page: it says something only where it must.
 *   <Told me={me} mine={mine} />                on the front page: welcome, taken over, without an owner
 *   <Promised items={welcome.promised} />       what is promised at a department, by date, with its owners
 *   <PutAway department={...} onDone={...} />   the welcome has been read
 */
import { useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../api/client";
import type { Me } from "../../api/session";
import { capital, inWords, shortDay } from "../../dates";
import { to } from "../../paths";
import { useSave } from "../../save";
import { Button, ButtonRow, LinkButton, TextLink } from "../../ui/Button";
import { DateRow, DateRows } from "../../ui/Due";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Row, Rows } from "../../ui/Rows";
import { More, Panel } from "../../ui/Section";
import { placeOf, useTitles } from "../places";
import { told } from "./toldTexts";

type Mine = Schemas["Mine"];
/** So many promises are read at once; the rest is opened. */
const SHOWN = 8;

export function Told({ me, mine }: { me: Me; mine: Mine }) {
  return (
    <div className="people-told">
      {me.welcome && <Welcome department={me.welcome} />}
      {mine.handed_to_me.length > 0 && <TakenOver items={mine.handed_to_me} today={mine.today} />}
      {mine.borrowed.map((one) => (
        <Panel key={one.id} tone="tint">
          <p>
            {told.borrowed}{" "}
            <TextLink
              href={one.experience_id ? to.experience(one.experience_id) : to.trial(one.trial_id ?? one.id)}
            >
              {one.title}
            </TextLink>
          </p>
        </Panel>
      ))}
      {mine.unowned.map(({ department, count }) => (
        <Panel key={department.id} tone="tint">
          <p>
            {told.unowned(capital(inWords(count)), count === 1, department.name)}{" "}
            <TextLink href={to.unowned(department.id)}>{told.giveOn}</TextLink>
          </p>
        </Panel>
      ))}
    </div>
  );
}

function Welcome({ department }: { department: Schemas["DepartmentRef"] }) {
  return (
    <Panel tone="tint" title={told.welcome(department.name)}>
      <p>{told.welcomeText}</p>
      <ButtonRow>
        <LinkButton href={to.welcome(department.id)}>{told.welcomeOpen}</LinkButton>
        <PutAway department={department.id} quiet />
      </ButtonRow>
    </Panel>
  );
}

interface PutAwayProps {
  department: string;
  /** As a link, beside the way to the page. */
  quiet?: boolean;
  onDone?: () => void;
}

export function PutAway({ department, quiet, onDone }: PutAwayProps) {
  const queries = useQueryClient();
  const save = useSave(
    () => ask(api.POST("/api/overview/welcome", { body: { department_id: department } })),
    {
      onSaved: () => {
        void queries.invalidateQueries({ queryKey: ["me"] });
        void queries.invalidateQueries({ queryKey: ["welcome"] });
        onDone?.();
      },
    },
  );
  return (
    <>
      <ErrorSummary problems={save.problems} />
      <Button kind={quiet ? "link" : "filled"} busy={save.busy} onClick={() => save.run(undefined)}>
        {quiet ? told.welcomeAway : told.welcomeRead}
      </Button>
    </>
  );
}

function TakenOver({ items, today }: { items: Mine["handed_to_me"]; today: string }) {
  const queries = useQueryClient();
  const titles = useTitles();
  const save = useSave(
    () =>
      Promise.all(
        items.map(({ id }) =>
          ask(api.POST("/api/handovers/{handover_id}/seen", { params: { path: { handover_id: id } } })),
        ),
      ),
    { onSaved: () => void queries.invalidateQueries({ queryKey: ["mine"] }) },
  );
  return (
    <Panel tone="tint" title={told.taken}>
      <ErrorSummary problems={save.problems} />
      <Rows>
        {items.map((one) => (
          <Row
            key={one.id}
            title={titles(one)}
            href={placeOf({ ...one, id: one.record_id })}
            meta={aboutOf(one, today)}
          />
        ))}
      </Rows>
      <ButtonRow>
        <Button busy={save.busy} onClick={() => save.run(undefined)}>
          {told.seen}
        </Button>
      </ButtonRow>
    </Panel>
  );
}

/** "Prøvehandling i Skadestuen, til 3. december. Hanne Østergaard havde den før." */
function aboutOf(one: Schemas["ToldLine"], today: string): string {
  const what = told.kindAt(told.kind[one.kind], one.department.name);
  const due = one.due ? `, ${told.due(shortDay(one.due, today))}` : "";
  const former = one.former ? ` ${told.former(one.former.name)}` : "";
  return `${capital(what)}${due}.${former}`;
}

interface PromisedProps {
  items: readonly Schemas["OpenLine"][];
  /** The department of the page: a line of another one names it. */
  here: string;
  today: string;
}

export function Promised({ items, here, today }: PromisedProps) {
  return (
    <div className="promised">
      <DateLines items={items.slice(0, SHOWN)} here={here} today={today} />
      {items.length > SHOWN && (
        <More label={told.rest(items.length - SHOWN)}>
          <DateLines items={items.slice(SHOWN)} here={here} today={today} />
        </More>
      )}
    </div>
  );
}

function DateLines({ items, here, today }: PromisedProps) {
  const titles = useTitles();
  return (
    <DateRows>
      {items.map((one) => (
        <DateRow
          key={one.kind + one.id}
          date={one.due ? shortDay(one.due, today) : ""}
          title={<TextLink href={placeOf(one)}>{titles(one)}</TextLink>}
          meta={promisedBy(one, here, today)}
        />
      ))}
    </DateRows>
  );
}

/** "Aftale. Tovholder: Ida Bang. Skulle være sket." */
function promisedBy(one: Schemas["OpenLine"], here: string, today: string): string {
  const owner = one.owner && one.belongs ? told.owner(one.owner.name) : told.noOwner;
  const place = one.department.id === here ? "" : ` ${one.department.name}.`;
  const late = one.due && one.due < today ? ` ${told.late}` : "";
  return `${capital(told.kind[one.kind])}.${place} ${owner}${late}`;
}
