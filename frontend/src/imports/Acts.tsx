/** What can be done with the file now, its consequence spelled out before. */
import { useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../api/client";
import { language } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Panel } from "../ui/Section";
import { changesOf, type Run } from "./reading";
import { t } from "./texts";

export function Acts({ run }: { run: Run }) {
  const queries = useQueryClient();
  const params = { path: { import_id: run.id }, query: { lang: language } };
  const save = useSave(
    (act: "apply" | "check") =>
      ask(
        act === "apply"
          ? api.POST("/api/imports/{import_id}/apply", { params })
          : api.POST("/api/imports/{import_id}/check", { params }),
      ),
    { onSaved: (fresh) => queries.setQueryData(["import", run.id], fresh) },
  );
  const ready = run.can.includes("apply");
  const again = run.can.includes("check");
  if (run.state === "applied") {
    return (
      <div className="section section--tight">
        <LinkButton href={run.kind === "departments" ? to.organisation : to.allPeople}>
          {t.see[run.kind]}
        </LinkButton>
      </div>
    );
  }
  if (!ready && !again) return null;
  const { ended } = run.counts;
  return (
    <div className="section section--tight">
      <ErrorSummary problems={save.problems} />
      {ready ? (
        <Panel tone="tint">
          <p>{t.allAtOnce}</p>
          {ended > 0 && <p>{run.kind === "departments" ? t.endsDepartments(ended) : t.endsRoles(ended)}</p>}
          <ButtonRow>
            <Button kind="filled" busy={save.busy} onClick={() => save.run("apply")}>
              {t.applyCount(changesOf(run))}
            </Button>
            <Button kind="quiet" busy={save.busy} onClick={() => save.run("check")}>
              {t.checkAgain}
            </Button>
          </ButtonRow>
        </Panel>
      ) : (
        <ButtonRow>
          {run.counts.refused > 0 && (
            <LinkButton kind="filled" href={`${to.imports}?slags=${run.kind}&hele=${run.whole ? 1 : ""}`}>
              {t.corrected}
            </LinkButton>
          )}
          <Button
            kind={run.state === "stale" || run.state === "failed" ? "filled" : "quiet"}
            busy={save.busy}
            onClick={() => save.run("check")}
          >
            {t.checkAgain}
          </Button>
        </ButtonRow>
      )}
    </div>
  );
}
