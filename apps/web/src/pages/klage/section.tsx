import { type ReactNode, useRef } from 'react';
import type { Case } from '../../cases/case.js';
import { meetingsOf } from '../../cases/meetings-of.js';
import { useRead } from '../../api/read.js';
import { useDecisionChoices } from '../../complaints/decision-field.js';
import { decisionsSince } from '../../complaints/decisions-of.js';
import { dayInText } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { language } from '../../i18n/language.js';
import { capital } from '../../i18n/texts.js';
import { useWaysOut } from '../../letters/ways-out.js';
import { OpenStep } from '../../steps/open-step.js';
import { keyOf } from '../../steps/placed-step.js';
import { StepRow } from '../../steps/step-row.js';
import { joined } from '../../ui/joined.js';
import { RecordedSince } from '../../ui/recorded-since.js';
import type { Choice } from '../../ui/choose-one.js';
import { useComplaintPage } from './complaint-context.js';
import type { Complaint } from './scene.js';
import { type ComplaintStep, nextAfter, type SectionName } from './steps-of-complaint.js';

interface Props {
  readonly name: SectionName;
  readonly title: string;
  /** What stands recorded; a section without anything recorded or to record is left out. */
  readonly children?: ReactNode;
  readonly isEmpty?: boolean;
  /** What there is to know before the open step is recorded. */
  readonly lead?: ReactNode;
}

/** A part of the complaint: what is recorded of it, and what can be recorded. */
export function ComplaintSection({ name, title, children, isEmpty = false, lead }: Props) {
  const { steps, close } = useComplaintPage();
  const heading = useRef<HTMLHeadingElement>(null);
  const own = steps.filter(({ section }) => section === name);
  if (isEmpty && own.length === 0) return null;
  const leave = () => {
    heading.current?.focus();
    close();
  };
  return (
    <section className="case-section" aria-labelledby={`complaint-${name}`}>
      <h2 id={`complaint-${name}`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <StepButtons steps={own.filter(({ about }) => about === undefined)} />
      <OpenForm section={name} lead={lead} onClose={leave} />
    </section>
  );
}

interface FormProps {
  readonly section: SectionName;
  readonly lead?: ReactNode;
  readonly onClose: () => void;
}

/** The form of the step that stands open in this part. */
export function OpenForm({ section, lead, onClose }: FormProps) {
  const { of, ofCase, opened, steps, open } = useComplaintPage();
  const choices = useChoices(of, ofCase);
  const out = useWaysOut(opened?.operation);
  if (opened?.section !== section) return null;
  const { complaintId, subject } = of;
  const { operation, params, preset, hide, first, needless, isOfCase } = opened;
  const caseId = of.caseId ?? '';
  const revision = isOfCase === true ? ofCase?.revision : of.revision;
  const next = nextAfter(opened, steps, ofCase);
  return (
    <OpenStep
      key={keyOf(opened)}
      operation={operation}
      params={{ ...params, complaintId, caseId, subjectId: subject.subjectId }}
      {...(preset && { preset })}
      {...(hide && { hide })}
      {...(first && { first })}
      {...out}
      {...(needless && { needless })}
      {...(lead !== undefined && { lead })}
      choices={{ ...choices, ...out.choices }}
      {...(revision !== undefined && { revision })}
      changes={<ComplaintSince complaintId={complaintId} />}
      onDone={() => (next === undefined ? onClose() : open(next))}
      onCancel={onClose}
    />
  );
}

/** The meetings of the case, and the decisions that came after the one that is complained of. */
function useChoices(
  { decisionId }: Complaint,
  ofCase: Case | undefined,
): Readonly<Record<string, readonly Choice[]>> {
  const label = useLabel();
  const choicesIn = useDecisionChoices();
  if (ofCase === undefined) return {};
  const since = decisionsSince(ofCase, decisionId).map((one) => one.decisionId);
  return {
    meetingId: meetingsOf(ofCase).map(({ meetingId, meetsOn, kind }) => ({
      value: meetingId,
      label: capital(joined(dayInText(meetsOn, language()), label('meetingKind', kind))),
    })),
    decisionId: choicesIn(ofCase).filter(({ value }) => since.includes(value)),
  };
}

/** Opens each of these steps in its place. */
export function StepButtons({ steps }: { readonly steps: readonly ComplaintStep[] }) {
  return <StepRow steps={steps} on={useComplaintPage()} />;
}

/** What can be done about one of several requests. */
export function StepsAbout({ id }: { readonly id: string }) {
  const { steps } = useComplaintPage();
  return <StepButtons steps={steps.filter(({ about }) => about === id)} />;
}

const most = 200;
/** What was recorded of the complaint, in the order in which it was recorded. */
export function useRecorded(complaintId: string) {
  const { data } = useRead('/v1/complaints/{complaintId}/audit-trail', {
    params: { path: { complaintId }, query: { limit: most } },
  });
  const entries = data?.complaintId === complaintId ? data.entries : undefined;
  return entries?.toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt));
}

/** What was recorded of the complaint while its form stood open. */
function ComplaintSince({ complaintId }: { readonly complaintId: string }) {
  return <RecordedSince entries={useRecorded(complaintId)} />;
}
