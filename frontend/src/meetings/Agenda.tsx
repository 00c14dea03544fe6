/** The items of a meeting in their order, and how they change places. */
import { api, ask, ifMatch } from "../api/client";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, TextLink } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Facts } from "../ui/Rows";
import { Heading } from "../ui/Section";
import { type Item, type Meeting, useTakeIn } from "./reading";
import { m } from "./texts";
import { asksWords } from "./words";
import "./agenda.scss";

export function Agenda({ meeting }: { meeting: Meeting }) {
  const takeIn = useTakeIn();
  const keeps = meeting.can.includes("edit");
  const order = useSave(
    (items: string[]) =>
      ask(
        api.PUT("/api/meetings/{meeting_id}/items/order", {
          params: { path: { meeting_id: meeting.id }, header: ifMatch(meeting.version) },
          body: { items },
        }),
      ),
    { onSaved: takeIn },
  );
  const ids = meeting.items.map(({ id }) => id);
  const move = (from: number, to_: number) => {
    const moved = [...ids];
    moved.splice(to_, 0, ...moved.splice(from, 1));
    order.run(moved);
  };
  return (
    <>
      <ErrorSummary problems={order.problems} />
      <ol className="agenda">
        {meeting.items.map((item, index) => (
          <li key={item.id} className="agenda__item">
            <Heading level={3} size={3}>
              {index + 1}. {item.title}
            </Heading>
            <Told item={item} meeting={meeting} />
            {keeps && (
              <div className="agenda__acts no-print">
                <TextLink href={to.editMeetingItem(meeting.id, item.id)}>
                  {m.editItem}
                  <span className="visually-hidden"> {item.title}</span>
                </TextLink>
                {index > 0 && (
                  <Button kind="link" onClick={() => move(index, index - 1)}>
                    {m.up}
                    <span className="visually-hidden"> {item.title}</span>
                  </Button>
                )}
                {index < ids.length - 1 && (
                  <Button kind="link" onClick={() => move(index, index + 1)}>
                    {m.down}
                    <span className="visually-hidden"> {item.title}</span>
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Told({ item, meeting }: { item: Item; meeting: Meeting }) {
  const held = meeting.state === "held";
  return (
    <>
      {!item.recommendation && <p className="meta">{asksWords(meeting.committee, item)}</p>}
      <Facts
        items={[
          ...(item.recommendation
            ? [{ label: m.recommends[meeting.committee], value: item.recommendation }]
            : []),
          ...(item.account ? [{ label: m.account, value: item.account }] : []),
          ...(held || item.decision
            ? [{ label: m.decision, value: item.decision ?? <span className="soft">{m.noDecision}</span> }]
            : []),
        ]}
      />
    </>
  );
}
