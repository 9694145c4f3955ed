import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { PackagePreview } from '../../api/package.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { ChooseOne } from '../../ui/choose-one.js';
import { joined } from '../../ui/joined.js';
import type { LeftOut, PackageWriting } from './package-writing.js';

const useText = texts('complaint-package-omissions', {
  nb: {
    title: 'Utelat noe',
    lead: 'Navn og tekster om andre kan utelates, hver med sin grunn. Navn inne i fritekst og skannede dokumenter finnes ikke automatisk: les dem.',
    what: 'Hva skal utelates?',
    ground: 'Grunn',
    reason: 'Hvorfor, når ingen av grunnene passer',
    add: 'Utelat',
    remove: 'Ta med likevel',
    name: 'Navnet {{name}}',
    text: '{{called}} i «{{title}}» {{day}}',
    document: 'Dokument {{number}}',
  },
  nn: {
    title: 'Utelat noko',
    lead: 'Namn og tekstar om andre kan utelatast, kvar med sin grunn. Namn inne i fritekst og skanna dokument blir ikkje funne automatisk: les dei.',
    what: 'Kva skal utelatast?',
    ground: 'Grunn',
    reason: 'Kvifor, når ingen av grunnane passar',
    add: 'Utelat',
    remove: 'Ta med likevel',
    name: 'Namnet {{name}}',
    text: '{{called}} i «{{title}}» {{day}}',
    document: 'Dokument {{number}}',
  },
});

type Ground = LeftOut['ground'];
const grounds: readonly Ground[] = ['THIRD_PERSON', 'HEALTH_OF_ANOTHER', 'DANGER', 'NOT_NEEDED', 'OTHER'];

interface Props {
  readonly seen: PackagePreview;
  readonly writing: PackageWriting;
  readonly change: (changed: Partial<PackageWriting>) => void;
}
type Choice = Pick<LeftOut, 'kind' | 'what' | 'called'> & {
  readonly field?: string;
  readonly value: string;
};

/** What may be left out: names, texts and documents, each with its ground; and what is. */
export function PackageOmissions({ seen, writing: { omissions }, change }: Props) {
  const say = useText();
  const label = useLabel();
  const [value, choose] = useState<string>();
  const [ground, setGround] = useState<Ground>('THIRD_PERSON');
  const [reason, setReason] = useState('');
  const choices = useChoices(seen).filter(
    (one) => !omissions.some(({ what, field }) => one.what === what && one.field === field),
  );
  const chosen = choices.find((one) => one.value === value);
  const add = ({ kind, what, field, called }: Choice) => {
    const left = { kind, what, called, ground, ...(field !== undefined && { field }) };
    change({ omissions: [...omissions, { ...left, ...(reason.trim() !== '' && { reason }) }] });
    choose(undefined);
    setReason('');
  };
  return (
    <details>
      <summary>{say('title')}</summary>
      <p className="quiet">{say('lead')}</p>
      <ul className="records">
        {omissions.map((one) => (
          <li key={`${one.what} ${one.field}`}>
            {joined(one.called, capital(label('omissionGround', one.ground)), one.reason ?? null)}{' '}
            <Button
              type="button"
              variant="tertiary"
              onClick={() => change({ omissions: omissions.filter((other) => other !== one) })}
            >
              {say('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <ChooseOne
        label={say('what')}
        choices={choices.map((one) => ({ value: one.value, label: one.called }))}
        value={value}
        choose={choose}
      />
      <ChooseOne
        label={say('ground')}
        choices={grounds.map((code) => ({ value: code, label: capital(label('omissionGround', code)) }))}
        value={ground}
        choose={(code) => setGround(code as Ground)}
      />
      {ground === 'OTHER' && (
        <Textfield
          label={say('reason')}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <Button
        type="button"
        variant="secondary"
        disabled={chosen === undefined || (ground === 'OTHER' && reason.trim() === '')}
        onClick={() => chosen && add(chosen)}
      >
        {say('add')}
      </Button>
    </details>
  );
}

function useChoices({ names, texts: written, index }: PackagePreview): readonly Choice[] {
  const say = useText();
  return [
    ...names.map(({ partyId, name }) => ({
      kind: 'NAME' as const,
      what: partyId,
      value: partyId,
      called: say('name', { name }),
    })),
    ...written.map(({ eventId, field, title, occurredOn, called }) => ({
      kind: 'TEXT' as const,
      what: eventId,
      field,
      value: `${eventId} ${field}`,
      called: say('text', { called: capital(called), title, day: fullDay(occurredOn) }),
    })),
    ...index.flatMap(({ documents }) =>
      documents.map(({ documentId, number, file }) => ({
        kind: 'DOCUMENT' as const,
        what: documentId,
        value: documentId,
        called: joined(say('document', { number }), file),
      })),
    ),
  ];
}
