/** "Én ting i Akutafdelingen står uden tovholder.": only where something does. */
import { capital, inWords } from "../dates";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Panel } from "../ui/Section";
import { useUnowned } from "./reading";
import { told } from "./told/toldTexts";

export function UnownedLine({ department }: { department: { id: string; name: string } }) {
  const count = useUnowned(department.id).data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <div className="people-told">
      <Panel tone="tint">
        <p>
          {told.unowned(capital(inWords(count)), count === 1, department.name)}{" "}
          <TextLink href={to.unowned(department.id)}>{told.giveOn}</TextLink>
        </p>
      </Panel>
    </div>
  );
}
