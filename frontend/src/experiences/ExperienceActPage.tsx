/** An act on an experience, on a page of its own: correct it, share it, try it. */
import { lazy, Suspense } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { to } from "../paths";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { Loading } from "../ui/Waiting";
import { type Experience, useExperience } from "./reading";
import { t } from "./texts";

const EditForm = lazy(async () => ({ default: (await import("./EditForm")).EditForm }));
const ShareForm = lazy(async () => ({ default: (await import("./ShareForm")).ShareForm }));
const BorrowForm = lazy(async () => ({ default: (await import("./BorrowForm")).BorrowForm }));

export function ExperienceActPage() {
  const { id = "", act = "" } = useParams<{ id: string; act: string }>();
  return (
    <Await query={useExperience(id)}>
      {(found) => <Shown key={found.id} experience={found} act={act} />}
    </Await>
  );
}

function Shown({ experience, act }: { experience: Experience; act: string }) {
  const acts = {
    ret: {
      title: t.form.editTitle,
      lead: experience.state === "shared" ? t.form.sharedLead : t.form.lead,
      Form: EditForm,
    },
    del: { title: t.share.title, lead: t.share.lead, Form: ShareForm },
    proev: { title: t.borrow.title, lead: t.borrow.lead, Form: BorrowForm },
  };
  const { title, lead, Form } = acts[act in acts ? (act as keyof typeof acts) : "proev"];
  return (
    <Page
      title={title}
      lead={lead}
      crumbs={[
        { href: to.experiences(), label: t.title },
        { href: to.experience(experience.id), label: experience.title },
      ]}
      width="text"
    >
      <Section tight>
        <Suspense fallback={<Loading />}>
          <Form experience={experience} />
        </Suspense>
      </Section>
    </Page>
  );
}
