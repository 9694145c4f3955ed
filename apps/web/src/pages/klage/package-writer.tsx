import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openPdf } from '../../api/letter-preview.js';
import { type PackagePreview, previewPackage } from '../../api/package.js';
import { useSend } from '../../api/send.js';
import { DraftKept } from '../../drafts/draft-kept.js';
import { useDraft } from '../../drafts/use-draft.js';
import { texts } from '../../i18n/texts.js';
import { addressOf, operations } from '../../steps/operations.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { useComplaintPage } from './complaint-context.js';
import { PackageIndex } from './package-index.js';
import { PackageOmissions } from './package-omissions.js';
import { nothingWritten, packageOf, type PackageWriting } from './package-writing.js';

const useText = texts('complaint-package-writer', {
  nb: {
    title: 'Gjør saken klar',
    statement: 'Kommunens uttalelse til klagen',
    look: 'Vis saken',
    pdf: 'Last ned PDF',
    close: 'Lukk saken',
    cancel: 'Avbryt',
    discard: 'Forkast kladden',
    exactly:
      'Dette er nøyaktig det statsforvalteren får. Når saken er lukket, kan den ikke endres; dere kan lukke en ny.',
    lacks: 'Saken kan lukkes når alt som mangler, er forklart eller registrert.',
  },
  nn: {
    title: 'Gjer saka klar',
    statement: 'Fråsegna frå kommunen til klaga',
    look: 'Vis saka',
    pdf: 'Last ned PDF',
    close: 'Lukk saka',
    cancel: 'Avbryt',
    discard: 'Forkast kladden',
    exactly:
      'Dette er nøyaktig det statsforvaltaren får. Når saka er lukka, kan ho ikkje endrast; de kan lukke ei ny.',
    lacks: 'Saka kan lukkast når alt som manglar, er forklart eller registrert.',
  },
});

/** A package is looked at, explained where it lacks something, and closed as it was seen. */
export function PackageWriter({ done }: { readonly done: () => void }) {
  const say = useText();
  const { of } = useComplaintPage();
  const { complaintId } = of;
  const draft = useDraft<PackageWriting>(
    { form: 'PACKAGE', place: complaintId, about: () => of.caseId ?? of.subject.subjectId ?? undefined },
    () => nothingWritten,
  );
  const { values: writing } = draft;
  const [seen, setSeen] = useState<PackagePreview>();
  // What was seen stands while it is looked at anew.
  const look = useMutation({
    mutationFn: (one: PackageWriting) => previewPackage(complaintId, packageOf(one)),
    onSuccess: setSeen,
  });
  const sending = useSend(draft.keys);
  const { mutate } = look;
  // What lacks is seen at once; what is written is looked at when somebody asks for it.
  useEffect(() => mutate(nothingWritten), [mutate]);
  const isCurrent = seen !== undefined && look.isSuccess && look.variables === writing;
  const change = (changed: Partial<PackageWriting>) =>
    draft.setValues((before) => ({ ...before, ...changed }));
  const close = (digest: string) =>
    sending.mutate(
      {
        command: 'Packages_close',
        path: addressOf(operations.Packages_close, { complaintId }),
        body: { ...packageOf(writing), digest },
      },
      {
        onSuccess: () => {
          draft.drop();
          done();
        },
      },
    );
  const failed = sending.error ?? look.error;
  return (
    <section className="letter-writer panel" aria-label={say('title')}>
      <h3>{say('title')}</h3>
      {seen === undefined ? (
        look.error === null && <Waiting />
      ) : (
        <>
          <PackageIndex seen={seen} writing={writing} change={change} />
          <PackageOmissions seen={seen} writing={writing} change={change} />
        </>
      )}
      <Field>
        <Label>{say('statement')}</Label>
        <Textarea
          rows={4}
          maxLength={4000}
          value={writing.statement}
          onChange={({ target }) => change({ statement: target.value })}
        />
      </Field>
      {failed !== null && <ProblemNotice error={failed} />}
      <div className="step-buttons">
        <Button
          type="button"
          variant={isCurrent ? 'secondary' : 'primary'}
          loading={look.isPending}
          onClick={() => mutate(writing)}
        >
          {say('look')}
        </Button>
        <Button type="button" variant="tertiary" onClick={done}>
          {say('cancel')}
        </Button>
        <DraftKept draft={draft} discardLabel={say('discard')} discard={draft.reset} />
      </div>
      {isCurrent && (
        <>
          <p className="quiet">{say(seen.isComplete ? 'exactly' : 'lacks')}</p>
          <div className="step-buttons">
            <Button
              type="button"
              disabled={!seen.isComplete}
              loading={sending.isPending}
              onClick={() => close(seen.digest)}
            >
              {say('close')}
            </Button>
            <Button type="button" variant="secondary" onClick={() => openPdf(seen.pdf, '00-saken.pdf')}>
              {say('pdf')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
