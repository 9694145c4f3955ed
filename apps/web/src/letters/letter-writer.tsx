import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { type LetterPreview, type LetterToWrite, previewLetter } from '../api/letter-preview.js';
import { useRead } from '../api/read.js';
import type { Case } from '../cases/case.js';
import { useSend } from '../api/send.js';
import { DraftKept } from '../drafts/draft-kept.js';
import { useDraft } from '../drafts/use-draft.js';
import { texts } from '../i18n/texts.js';
import { addressOf, operations } from '../steps/operations.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { writtenOf } from '../ui/opened.js';
import { usePlace } from '../shell/place.js';
import { LetterChecklist } from './letter-checklist.js';
import { LetterFields, type Relations, type Writing } from './letter-fields.js';
import { LetterSheet } from './letter-sheet.js';
import { PrintedButtons } from './printed-buttons.js';

const useText = texts('letter-writer', {
  nb: {
    look: 'Vis brevet',
    issue: 'Utsted brevet',
    cancel: 'Avbryt',
    discard: 'Forkast kladden',
    title: 'Skriv brev',
    exactly: 'Dette er nøyaktig det som sendes. Når brevet er utstedt, kan det ikke endres.',
  },
  nn: {
    look: 'Vis brevet',
    issue: 'Skriv ut brevet',
    cancel: 'Avbryt',
    discard: 'Forkast kladden',
    title: 'Skriv brev',
    exactly: 'Dette er nøyaktig det som blir sendt. Når brevet er skrive ut, kan det ikkje endrast.',
  },
});

/** As the API wants it: what is empty is not said. */
const letterOf = ({
  template,
  language,
  recipient,
  recipientId,
  complaintId,
  copyTo,
  texts: written,
}: Writing) =>
  ({
    template,
    language,
    recipient,
    ...(recipientId !== undefined && { recipientId }),
    ...(complaintId !== undefined && { complaintId }),
    copyTo,
    texts: Object.entries(written).flatMap(([field, text]) => (text.trim() === '' ? [] : [{ field, text }])),
  }) as LetterToWrite;

interface Props {
  readonly of: Case;
  /** Of the person: to whom it may go beside. */
  readonly relations: Relations;
  /** The complaint that it is about, where that is settled: letters of complaints alone are offered then. */
  readonly complaintId?: string;
  readonly done: () => void;
}

/** A letter is chosen, written, looked at as it will be sent, and issued as it was seen. */
export function LetterWriter({ of, relations, complaintId, done }: Props) {
  const say = useText();
  const { profile } = usePlace();
  const templates = useRead('/v1/letter-templates', {}, { every: 0 });
  const draft = useDraft<Writing>(
    { form: 'LETTER', place: complaintId ?? of.caseId, about: () => of.caseId },
    () => ({
      language: profile.language,
      copyTo: [],
      // What the mapping came to is where reasons begin.
      texts: { 'decision.facts': writtenOf(of.mappingSummary) },
      days: {},
      ...(complaintId !== undefined && { complaintId }),
    }),
  );
  const look = useMutation({
    mutationFn: (writing: Writing) => previewLetter(of.caseId, letterOf(writing)),
  });
  const sending = useSend(draft.keys);
  const { values: writing } = draft;
  const letter: LetterPreview | undefined = look.data;
  // Fields of another letter are not told.
  const offered = (templates.data?.templates ?? []).filter(
    ({ matter }) => complaintId === undefined || matter === 'COMPLAINT',
  );
  const known = offered.find(({ template }) => template === writing.template);
  const told: Writing = {
    ...writing,
    texts: Object.fromEntries(
      Object.entries(writing.texts).filter(([field]) => known?.texts.some((one) => one.field === field)),
    ),
  };
  const change = (changed: Partial<Writing>) => {
    look.reset();
    draft.setValues((before) => ({ ...before, ...changed }));
  };
  const issue = (digest: string) =>
    sending.mutate(
      {
        command: 'Letters_issue',
        path: addressOf(operations.Letters_issue, { caseId: of.caseId }),
        body: { ...letterOf(told), digest },
      },
      {
        onSuccess: () => {
          draft.drop();
          done();
        },
      },
    );
  const failed = sending.error ?? look.error ?? templates.error;
  return (
    <section className="letter-writer panel" aria-label={say('title')}>
      <h3>{say('title')}</h3>
      <LetterFields
        caseId={of.caseId}
        relations={relations}
        complaintId={complaintId}
        templates={offered}
        writing={writing}
        change={change}
      />
      {failed !== null && <ProblemNotice error={failed} />}
      <div className="step-buttons">
        <Button
          type="button"
          variant={letter === undefined ? 'primary' : 'secondary'}
          disabled={known === undefined}
          loading={look.isPending}
          onClick={() => look.mutate(told)}
        >
          {say('look')}
        </Button>
        <Button type="button" variant="tertiary" onClick={done}>
          {say('cancel')}
        </Button>
        <DraftKept draft={draft} discardLabel={say('discard')} discard={draft.reset} />
      </div>
      {letter !== undefined && (
        <>
          <p className="quiet">{say('exactly')}</p>
          <div className="letter-beside">
            <LetterSheet letter={letter} />
            <LetterChecklist letter={letter} />
          </div>
          <div className="step-buttons">
            <Button
              type="button"
              disabled={letter.missing.length > 0}
              loading={sending.isPending}
              onClick={() => issue(letter.digest)}
            >
              {say('issue')}
            </Button>
            <PrintedButtons of={letter} name="brev" />
          </div>
        </>
      )}
    </section>
  );
}
