import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { moveDocument } from '../api/documents.js';
import { type Read, useRead } from '../api/read.js';
import { fullDay } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { ChooseOne } from '../ui/choose-one.js';
import { textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useRecording } from './use-recording.js';

type Document = Read<'/v1/cases/{caseId}/documents'>['documents'][number];

const useText = texts('document-move', {
  nb: {
    form: 'Flytt {{title}}',
    lead: 'Hører det til en annen person, merkes det som feilregistrert og arkiveres på nytt der.',
    to: 'Hva det hører til',
    reason: 'Begrunnelse',
    person: 'Personen, uten noen sak',
    case: 'Sak {{number}}, mottatt {{day}}',
    complaint: 'Klagen fra {{day}}',
    plan: 'Planen fra {{day}}',
    consent: 'Samtykket fra {{day}}',
    submit: 'Flytt',
    cancel: 'Avbryt',
    noPlace: 'Velg hva det hører til.',
  },
  nn: {
    form: 'Flytt {{title}}',
    lead: 'Høyrer det til ein annan person, blir det merkt som feilregistrert og arkivert på nytt der.',
    to: 'Kva det høyrer til',
    reason: 'Grunngiving',
    person: 'Personen, utan noka sak',
    case: 'Sak {{number}}, motteken {{day}}',
    complaint: 'Klaga frå {{day}}',
    plan: 'Planen frå {{day}}',
    consent: 'Samtykket frå {{day}}',
    submit: 'Flytt',
    cancel: 'Avbryt',
    noPlace: 'Vel kva det høyrer til.',
  },
});

interface Place {
  readonly recordKind: Document['recordKind'];
  readonly recordId: string;
  readonly label: string;
}

/** Everything of the person on which a document may lie, but where it lies. */
function usePlaces({ recordKind, recordId }: Document, subjectId: string): readonly Place[] {
  const say = useText();
  const path = { subjectId };
  const { data: coordination } = useRead('/v1/subjects/{subjectId}/coordination', { params: { path } });
  const { data: complained } = useRead(
    '/v1/complaints',
    { params: { query: { subjectId, limit: 50 } } },
    { every: 0 },
  );
  const { data } = useRead('/v1/cases', { params: { query: { subjectId, limit: 50 } } }, { every: 0 });
  const places: Place[] = [
    ...(data?.cases ?? []).map(({ caseId, caseNumber, receivedOn }) => {
      const said = { number: caseNumber ?? '', day: receivedOn === null ? '' : fullDay(receivedOn) };
      return { recordKind: 'CASE' as const, recordId: caseId, label: say('case', said) };
    }),
    { recordKind: 'PERSON', recordId: subjectId, label: say('person') },
    ...(complained?.complaints ?? []).map(({ complaintId, begunOn }) => {
      const label = say('complaint', { day: fullDay(begunOn) });
      return { recordKind: 'COMPLAINT' as const, recordId: complaintId, label };
    }),
    ...(coordination?.plans ?? []).map(({ planId, startedOn }) => {
      return {
        recordKind: 'PLAN' as const,
        recordId: planId,
        label: say('plan', { day: fullDay(startedOn) }),
      };
    }),
    ...(coordination?.consents ?? []).map(({ consentId, givenOn }) => {
      const label = say('consent', { day: fullDay(givenOn) });
      return { recordKind: 'CONSENT' as const, recordId: consentId, label };
    }),
  ];
  return places.filter((one) => one.recordKind !== recordKind || one.recordId !== recordId);
}

interface Props {
  readonly document: Document;
  readonly subjectId: string;
  readonly onDone: () => void;
}

/** Files the document on something else of the person. */
export function MoveForm({ document, subjectId, onDone }: Props) {
  const say = useText();
  const places = usePlaces(document, subjectId);
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const place = places.find(({ recordId }) => recordId === chosen);
  const recording = useRecording(async ({ recordKind, recordId }: Place, key) => {
    const whose = recordKind === 'CONSENT' && { subjectId };
    const why = reason.trim() !== '' && { reason: reason.trim() };
    return moveDocument(document.documentId, { recordKind, recordId, ...whose, ...why }, key);
  }, onDone);
  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (place) recording.send(place);
  }
  return (
    <form
      className="step-form"
      aria-label={say('form', { title: textOf(document.title) })}
      noValidate
      onSubmit={submit}
    >
      <p className="quiet">{say('lead')}</p>
      {recording.failure !== null && <ProblemNotice error={recording.failure} />}
      <ChooseOne
        label={say('to')}
        choices={places.map(({ recordId, label }) => ({ value: recordId, label }))}
        value={chosen}
        error={isTried && place === undefined ? say('noPlace') : undefined}
        choose={(value) => {
          recording.anew();
          setChosen(value);
        }}
      />
      <Textfield
        label={say('reason')}
        value={reason}
        maxLength={1000}
        onChange={({ target }) => {
          recording.anew();
          setReason(target.value);
        }}
      />
      <div className="step-buttons">
        <Button type="submit" loading={recording.isSending}>
          {say('submit')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
