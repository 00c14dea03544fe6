/** Papers that were asked for: how far they are, then the files and the text to copy. */
import { useQuery } from "@tanstack/react-query";
import { Await } from "../Await";
import { number } from "../dates";
import { Announce } from "../ui/Notice";
import { Panel } from "../ui/Section";
import { CopyButton } from "../ui/Sharing";
import { fileAddress, isWaiting, type Report, reportQuery } from "./reading";
import { t } from "./texts";

export function Made({ id }: { id: string }) {
  const query = useQuery(reportQuery(id));
  return (
    <Await query={query} part>
      {(report) => (isWaiting(report) ? <Underway report={report} /> : <Ready report={report} />)}
    </Await>
  );
}

function Underway({ report }: { report: Report }) {
  return (
    <div className="progress papers-progress">
      <p className="progress__words">
        <span id="papers-progress">{t.making}</span>
        <span>{t.progress(report.done, report.total)}</span>
      </p>
      <progress aria-labelledby="papers-progress" max={report.total} value={report.done} />
      <p className="meta">{t.leave}</p>
      <Announce>{t.making}</Announce>
    </div>
  );
}

function Ready({ report }: { report: Report }) {
  if (report.state === "failed") return <Panel tone="warm">{t.failed}</Panel>;
  const files = report.files.filter((file) => file.format !== "txt");
  return (
    <Panel tone="tint" title={t.ready}>
      <Announce>{t.ready}</Announce>
      <p className="meta">{t.readyText}</p>
      <ul className="plain-list downloads" aria-label={t.files}>
        {files.map((file) => (
          <li key={file.format}>
            <a className="link" href={fileAddress(report.id, file.format)} download={file.name}>
              {t.formats[file.format]}
            </a>{" "}
            <span className="meta">{t.size(number(Math.ceil(file.size / 1000)))}</span>
          </li>
        ))}
      </ul>
      {report.text && (
        <>
          <details className="more">
            <summary>{t.text}</summary>
            <p className="papers-text" lang={report.language}>
              {report.text}
            </p>
          </details>
          <CopyButton text={report.text}>{t.copy}</CopyButton>
        </>
      )}
    </Panel>
  );
}
