import { type ReactNode, useRef } from 'react';
import { useRead } from '../../api/read.js';
import { dayInText } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { language } from '../../i18n/language.js';
import { capital } from '../../i18n/texts.js';
import { useWaysOut } from '../../letters/ways-out.js';
import { OpenStep } from '../../steps/open-step.js';
import { joined } from '../../ui/joined.js';
import { RecordedSince } from '../../ui/recorded-since.js';
import { useCasePage } from './case-context.js';
import { isOfCase } from './case-steps.js';
import { legalBasisChoices } from './legal-bases.js';
import { meetingsOf } from '../../cases/meetings-of.js';
import { StepButtons, useOwnName } from './step-buttons.js';
import type { SectionName } from './steps-of-case.js';
import { useRecorded } from './use-recorded.js';

interface Props {
  readonly name: SectionName;
  readonly title: string;
  /** What stands recorded; a section without anything recorded or to record is left out. */
  readonly children?: ReactNode;
  readonly isEmpty?: boolean;
}

/** A part of the case: what is recorded of it, and what can be recorded. */
export function CaseSection({ name, title, children, isEmpty = false }: Props) {
  const { of, steps, opened, close } = useCasePage();
  const label = useLabel();
  const ownName = useOwnName();
  const heading = useRef<HTMLHeadingElement>(null);
  const law = useRead('/v1/labels/law', {}, { every: 0, enabled: opened?.section === name });
  const out = useWaysOut(opened?.operation);
  const own = steps.filter(({ section }) => section === name);
  if (isEmpty && own.length === 0) return null;
  const leave = () => {
    heading.current?.focus();
    close();
  };
  const meetings = meetingsOf(of).map(({ meetingId, meetsOn, kind }) => ({
    value: meetingId,
    label: capital(joined(dayInText(meetsOn, language()), label('meetingKind', kind))),
  }));
  const wordOf = (basis: string) => capital(label('legalBasis', basis));
  const { caseId, revision } = of;
  const { subjectId } = of.subject;
  return (
    <section className="case-section" aria-labelledby={`case-${name}`}>
      <h2 id={`case-${name}`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <StepButtons steps={own.filter(({ about }) => about === undefined)} />
      {opened?.section === name && (
        <OpenStep
          key={`${opened.operation} ${opened.about ?? ''}`}
          operation={opened.operation}
          params={{ ...opened.params, caseId, subjectId }}
          {...(opened.preset && { preset: opened.preset })}
          {...(opened.hide && { hide: opened.hide })}
          {...out}
          choices={{
            'decidedBy.meetingId': meetings,
            ...legalBasisChoices(law.data?.rights, wordOf),
            ...out.choices,
          }}
          {...(isOfCase(opened) && { revision })}
          changes={<CaseSince caseId={caseId} />}
          {...(opened.name && { title: ownName(opened).label ?? '' })}
          onDone={leave}
          onCancel={leave}
        />
      )}
    </section>
  );
}

/** What was recorded of the case while its form stood open. */
function CaseSince({ caseId }: { readonly caseId: string }) {
  return <RecordedSince entries={useRecorded(caseId)} />;
}
