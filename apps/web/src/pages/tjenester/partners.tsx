import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { seenOf, withSeen } from '../../ui/records/topic-since.js';

const useText = texts('settings-partners', {
  nb: {
    lead: 'Dem {{unit}} samarbeider med utenfor kommunen, og når det sist var kontakt.',
    empty: 'Her står brukerorganisasjoner, spesialisthelsetjenesten og andre dere samarbeider med.',
    name: 'Navn',
    kind: 'Slag',
    contact: 'Kontakt',
    last: 'Siste kontakt',
    never: 'ingen registrert',
    time: 'Tid',
    since: 'siden {{day}}',
    ended: 'avsluttet {{day}}',
  },
  nn: {
    lead: 'Dei {{unit}} samarbeider med utanfor kommunen, og når det sist var kontakt.',
    empty: 'Her står brukarorganisasjonar, spesialisthelsetenesta og andre de samarbeider med.',
    name: 'Namn',
    kind: 'Slag',
    contact: 'Kontakt',
    last: 'Siste kontakt',
    never: 'ingen registrert',
    time: 'Tid',
    since: 'sidan {{day}}',
    ended: 'avslutta {{day}}',
  },
});

type Partner = Read<'/v1/partners'>['partners'][number];

const stepsOf = ({ partnerId, endedOn }: Partner): readonly Step[] =>
  endedOn === null
    ? [
        { operation: 'Partners_contact', params: { partnerId }, first: ['contactOn', 'channel', 'matter'] },
        { operation: 'Partners_end', params: { partnerId } },
      ]
    : [];
const registering: Step = { operation: 'Partners_register', first: ['name', 'kind', 'contact', 'validFrom'] };

/** Whom the unit cooperates with, and the contact with them. */
export function Partners() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('CASEWORKER', 'LEADER', 'ADMIN');
  const read = useRead('/v1/partners', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ partners, revision }) => (
        <RecordList
          label={say('name')}
          rows={partners}
          keyOf={({ partnerId }) => partnerId}
          nameOf={({ name }) => textOf(name)}
          empty={say('empty')}
          history={{ what: 'organisasjon', id: 'partners' }}
          columns={[
            { title: say('name'), show: ({ name }) => <strong>{textOf(name)}</strong> },
            { title: say('kind'), show: ({ kind }) => capital(label('partnerKind', kind)) },
            {
              title: say('contact'),
              show: ({ contact }) => <span className="keep-lines">{textOf(contact)}</span>,
            },
            {
              title: say('last'),
              show: ({ lastContactOn }) =>
                lastContactOn === null ? say('never') : <FullDay day={lastContactOn} />,
            },
            {
              title: say('time'),
              show: ({ validFrom, endedOn }) =>
                endedOn === null
                  ? say('since', { day: fullDay(validFrom) })
                  : say('ended', { day: fullDay(endedOn) }),
            },
          ]}
          {...(mayChange && withSeen(seenOf('partners', { revision }), registering, stepsOf))}
        />
      )}
    </Part>
  );
}
