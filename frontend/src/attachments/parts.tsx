/**
 * Files on a record.
 *   <FileList files={material.files} href={(file) => `/api/.../files/${file.id}`} onRemove={remove} />
 *   <BringFile url={`/api/.../files`} onBrought={() => queries.invalidateQueries()} />
 * `onRemove` only where the reader may; `onOpen` for a file *Kun for os*, whose name is told when it is opened:
 *   onOpen={(file) => saveReply(`/api/.../files/${file.id}/open`)}
 */
import { useEffect, useRef, useState } from "react";
import { asRefusal } from "../api/client";
import type { Problem } from "../api/refusals";
import { problemsOf } from "../api/refusals";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { Field } from "../ui/Field";
import { Announce } from "../ui/Notice";
import { More } from "../ui/Section";
import "./attachments.scss";
import { type Attached, problemOf, send, wasStopped } from "./sending";
import { t } from "./texts";

export { saveReply } from "./sending";
export type { Attached };

const MOST_BYTES = 20_000_000;
const ACCEPT = ".pdf,.docx,.pptx,.png,.jpg,.jpeg,.webp,.gif";

interface ListProps {
  files: readonly Attached[];
  href: (file: Attached) => string;
  onRemove?: ((file: Attached) => Promise<unknown>) | undefined;
  onOpen?: ((file: Attached) => Promise<unknown>) | undefined;
}

export function FileList({ files, href, onRemove, onOpen }: ListProps) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <OneFile key={file.id} file={file} href={href(file)} onRemove={onRemove} onOpen={onOpen} />
      ))}
    </ul>
  );
}

type FileProps = Omit<ListProps, "files" | "href"> & { file: Attached; href: string };

function OneFile({ file, href, onRemove, onOpen }: FileProps) {
  const [asked, setAsked] = useState(false);
  const remove = useSave(async () => onRemove?.(file));
  const open = useSave(async () => onOpen?.(file));
  const name = file.name ?? t.sealed;
  return (
    <li className="files__one">
      <div className="files__words">
        {file.name === null ? (
          <span>{name}</span>
        ) : (
          <a className="link" href={href} download={name}>
            {name}
          </a>
        )}
        <span className="meta">{t.about(t.kinds[file.media_type] ?? "", file.size)}</span>
      </div>
      <ErrorSummary problems={[...remove.problems, ...open.problems]} />
      {asked ? (
        <div className="files__sure">
          <p>{t.removeSure(name)}</p>
          <ButtonRow>
            <Button busy={remove.busy} onClick={() => remove.run(undefined)}>
              {t.remove}
            </Button>
            <Button kind="link" onClick={() => setAsked(false)}>
              {t.keep}
            </Button>
          </ButtonRow>
        </div>
      ) : (
        <div className="files__acts no-print">
          {file.name === null && onOpen && (
            <Button kind="quiet" busy={open.busy} onClick={() => open.run(undefined)}>
              {t.open}
            </Button>
          )}
          {onRemove && (
            <Button kind="link" onClick={() => setAsked(true)}>
              {t.remove}
              <span className="visually-hidden"> {name}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface BringProps {
  url: string;
  onBrought: (file: Attached) => void;
  /** Who reads it, where not everybody does. */
  who?: string;
}

interface UnderWay {
  name: string;
  share: number;
  stop: () => void;
}

/** Choosing a file and sending it: how far it is, and a way to stop. Leaving the page stops it too. */
export function BringFile({ url, onBrought, who }: BringProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const [said, setSaid] = useState("");
  const leave = useRef(() => {});
  useEffect(() => () => leave.current(), []);

  const begin = async () => {
    const file = input.current?.files?.[0] ?? null;
    const wrong = await lacking(file);
    setProblems(wrong ? [{ field: "file", words: wrong }] : []);
    if (wrong || !file) return;
    const sending = send(url, file, crypto.randomUUID(), (share) =>
      setUnderWay((now) => now && { ...now, share }),
    );
    leave.current = sending.stop;
    setUnderWay({ name: file.name, share: 0, stop: sending.stop });
    try {
      const attached = await sending.reply;
      if (input.current) input.current.value = "";
      setSaid(t.attached(attached.name ?? file.name));
      onBrought(attached);
    } catch (trouble) {
      if (!wasStopped(trouble)) setProblems(problemsIn(trouble));
    } finally {
      leave.current = () => {};
      setUnderWay(null);
    }
  };

  return (
    <More label={t.bring}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!underWay) void begin();
        }}
      >
        <ErrorSummary problems={problems} />
        <Field name="file" label={t.file} hint={t.hint} error={wordsFor(problems, "file")} after={who}>
          {(tied) => (
            <input {...tied} ref={input} type="file" className="input input--file" accept={ACCEPT} />
          )}
        </Field>
        {underWay && <HowFar underWay={underWay} />}
        <ButtonRow>
          <Button type="submit" busy={underWay !== null}>
            {t.attach}
          </Button>
          {underWay && (
            <Button kind="link" onClick={underWay.stop}>
              {t.stop}
            </Button>
          )}
        </ButtonRow>
        <Announce>{said}</Announce>
      </form>
    </More>
  );
}

function HowFar({ underWay: { name, share } }: { underWay: UnderWay }) {
  const percent = Math.floor(share * 100);
  const words = share < 1 ? t.sent(percent) : t.looking;
  return (
    <div className="progress">
      <p className="progress__words">
        <span id="sending">{t.sending(name)}</span>
        <span>{words}</span>
      </p>
      <progress aria-labelledby="sending" max={100} {...(share < 1 ? { value: percent } : {})} />
      <Announce>{share < 1 ? t.sent(Math.floor(percent / 25) * 25) : t.looking}</Announce>
    </div>
  );
}

/** What can be told before anything is sent. */
async function lacking(file: File | null): Promise<string | null> {
  if (!file) return t.missing;
  if (file.size > MOST_BYTES) return t.tooLarge;
  if (file.size === 0) return t.problems.empty ?? null;
  // A file that was saved anew after it was chosen cannot be sent; say so here, not as a lost network.
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => null,
      () => t.gone,
    );
}

function problemsIn(trouble: unknown): Problem[] {
  const problem = problemOf(trouble);
  if (problem === "too_large") return [{ field: "file", words: t.tooLarge }];
  if (problem === "full") return [{ field: "file", words: t.full }];
  const words = problem && t.problems[problem];
  return words ? [{ field: "file", words }] : problemsOf(asRefusal(trouble));
}
