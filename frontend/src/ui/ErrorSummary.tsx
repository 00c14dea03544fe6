/**
 * What must be corrected, on top of the form: takes the focus whenever a new list is given and leads to
 * each field.
 *   const [problems, setProblems] = useState<Problem[]>([]);
 *   <ErrorSummary problems={problems} />
 *   <TextField ... error={wordsFor(problems, "change")} />
 */
import { useEffect, useRef } from "react";
import { fieldId } from "./Field";
import { t } from "./texts";

export interface SummaryProblem {
  field?: string | undefined;
  words: string;
}

export const wordsFor = (problems: readonly SummaryProblem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.words;

export function ErrorSummary({ problems }: { problems: readonly SummaryProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" ref={box} tabIndex={-1}>
      <h2 className="h3">{t.errorSummary(problems.length)}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field}:${problem.words}`}>
            {problem.field ? <FieldLink field={problem.field}>{problem.words}</FieldLink> : problem.words}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ field, children }: { field: string; children: string }) {
  const id = fieldId(field);
  return (
    <a
      className="link"
      href={`#${id}`}
      onClick={(event) => {
        const place = document.getElementById(id);
        if (!place) return;
        event.preventDefault();
        place.closest("details")?.setAttribute("open", "");
        place.focus();
        place.closest(".field")?.scrollIntoView({ block: "nearest" });
      }}
    >
      {children}
    </a>
  );
}
