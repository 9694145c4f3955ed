import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { seenOf } from '../../ui/records/topic-since.js';

const useText = texts('settings-contact-cards', {
  nb: {
    lead: 'Slik folk finner {{unit}}. Det nyeste kortet gjelder fra sin dag; de eldre blir stående.',
    empty: 'Her står kontaktkortet: telefon, postkasse, adresse og åpningstid.',
    from: 'Gjelder fra',
    point: 'Kontaktpunkt',
    reach: 'Telefon og e-post',
    where: 'Adresse og åpningstid',
    tasks: 'Oppgaver',
  },
  nn: {
    lead: 'Slik folk finn {{unit}}. Det nyaste kortet gjeld frå sin dag; dei eldre blir ståande.',
    empty: 'Her står kontaktkortet: telefon, postkasse, adresse og opningstid.',
    from: 'Gjeld frå',
    point: 'Kontaktpunkt',
    reach: 'Telefon og e-post',
    where: 'Adresse og opningstid',
    tasks: 'Oppgåver',
  },
});

/** How people find the unit: the newest card holds, the older stand. */
export function ContactCards() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('LEADER', 'ADMIN');
  const read = useRead('/v1/contact-cards', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ contactCards, revision }) => {
        const [newest] = contactCards;
        const add: Step = {
          operation: 'ContactCards_publish',
          ...seenOf('contactCards', { revision }),
          first: [
            'contactFunction',
            'unit',
            'telephone',
            'mailbox',
            'postalAddress',
            'place',
            'openingHours',
            'tasks',
          ],
          ...(newest && {
            preset: {
              contactFunction: textOf(newest.contactFunction),
              mailbox: textOf(newest.mailbox),
              openingHours: textOf(newest.openingHours),
              place: textOf(newest.place),
              postalAddress: textOf(newest.postalAddress),
              telephone: textOf(newest.telephone),
              tasks: newest.tasks,
              unit: newest.unit ?? undefined,
            },
          }),
        };
        return (
          <RecordList
            label={say('point')}
            rows={contactCards}
            keyOf={({ cardId }) => cardId}
            nameOf={({ contactFunction }) => textOf(contactFunction)}
            empty={say('empty')}
            history={{ what: 'organisasjon', id: 'contactCards' }}
            columns={[
              { title: say('from'), show: ({ validFrom }) => <FullDay day={validFrom} /> },
              {
                title: say('point'),
                show: ({ contactFunction, unit }) => (
                  <>
                    <strong>{textOf(contactFunction)}</strong>
                    {unit !== null && <span className="under">{label('unit', unit)}</span>}
                  </>
                ),
              },
              {
                title: say('reach'),
                show: ({ telephone, mailbox }) => (
                  <>
                    {textOf(telephone)}
                    <span className="under">{textOf(mailbox)}</span>
                  </>
                ),
              },
              {
                title: say('where'),
                show: ({ postalAddress, place, openingHours }) => (
                  <span className="keep-lines">
                    {[postalAddress, place, openingHours].map(textOf).filter(Boolean).join('\n')}
                  </span>
                ),
              },
              {
                title: say('tasks'),
                show: ({ tasks }) => capital(tasks.map((task) => label('unitTask', task)).join(', ')),
              },
            ]}
            {...(mayChange && { add })}
          />
        );
      }}
    </Part>
  );
}
