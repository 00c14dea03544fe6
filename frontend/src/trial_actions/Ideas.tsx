/** Ready ideas of the content pack, to begin with instead of an empty page. */
import { inLanguage } from "../i18n";
import { Button } from "../ui/Button";
import { Row, Rows } from "../ui/Rows";
import { More } from "../ui/Section";
import { type PlanForm, planOfIdea } from "./forms";
import type { Content } from "./reading";
import { t } from "./texts";

export function Ideas({ content, onUse }: { content: Content; onUse: (some: Partial<PlanForm>) => void }) {
  return (
    <More label={t.form.ideas}>
      <Rows>
        {content.trial_ideas.map((idea) => (
          <Row
            key={idea.key}
            title={inLanguage(idea.title)}
            text={`${t.plan.change} ${inLanguage(idea.change)}`}
            actions={
              <Button
                aria-label={t.form.takeIdeaNamed(inLanguage(idea.title))}
                onClick={() => {
                  onUse(planOfIdea(idea, inLanguage));
                  document.getElementById("f-change")?.focus();
                }}
              >
                {t.form.takeIdea}
              </Button>
            }
          />
        ))}
      </Rows>
    </More>
  );
}
