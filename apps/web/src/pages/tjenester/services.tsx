import { type Read, useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { FullDay } from '../../ui/full-day.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { seenOf, withSeen } from '../../ui/records/topic-since.js';

const useText = texts('settings-services', {
  nb: {
    lead: 'Tjenestene kommunen og helseregionen tilbyr, slik de vises på den åpne siden.',
    empty: 'Her står tjenestene, med hvem som gir dem og hvordan en får kontakt.',
    name: 'Tjeneste',
    kind: 'Slag',
    provider: 'Hvem gir den',
    contact: 'Kontakt',
    from: 'Siden',
  },
  nn: {
    lead: 'Tenestene kommunen og helseregionen tilbyr, slik dei blir viste på den opne sida.',
    empty: 'Her står tenestene, med kven som gir dei og korleis ein får kontakt.',
    name: 'Teneste',
    kind: 'Slag',
    provider: 'Kven gir ho',
    contact: 'Kontakt',
    from: 'Sidan',
  },
});

type Service = Read<'/v1/services'>['services'][number];

const stepsOf = ({ serviceId }: Service): readonly Step[] => [
  { operation: 'Services_withdraw', params: { serviceId } },
];
const listing: Step = {
  operation: 'Services_listService',
  first: ['nameNb', 'nameNn', 'kind', 'level', 'provider', 'contact', 'validFrom'],
};

/** What is offered to people who need habilitation, rehabilitation and the like. */
export function Services() {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const mayChange = useHasRole('LEADER', 'ADMIN');
  const read = useRead('/v1/services', {});
  const nameOf = ({ nameNb, nameNn }: Service) => words({ nb: textOf(nameNb), nn: textOf(nameNn) });
  return (
    <Part read={read} lead={say('lead')}>
      {({ services, revision }) => (
        <>
          <div className="row no-print">
            <DownloadButtons path="/v1/services" variant="tertiary" />
          </div>
          <RecordList
            label={say('name')}
            rows={services}
            keyOf={({ serviceId }) => serviceId}
            nameOf={nameOf}
            empty={say('empty')}
            history={{ what: 'organisasjon', id: 'services' }}
            columns={[
              { title: say('name'), show: (service) => <strong>{nameOf(service)}</strong> },
              {
                title: say('kind'),
                show: ({ kind, level }) => (
                  <>
                    {capital(label('serviceKind', kind))}
                    <span className="under">{label('serviceLevel', level)}</span>
                  </>
                ),
              },
              { title: say('provider'), show: ({ provider }) => textOf(provider) },
              {
                title: say('contact'),
                show: ({ contact }) => <span className="keep-lines">{textOf(contact)}</span>,
              },
              { title: say('from'), show: ({ validFrom }) => <FullDay day={validFrom} /> },
            ]}
            {...(mayChange && withSeen(seenOf('services', { revision }), listing, stepsOf))}
          />
        </>
      )}
    </Part>
  );
}
