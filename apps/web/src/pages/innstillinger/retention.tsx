import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { seenOf } from '../../ui/records/topic-since.js';

const useText = texts('settings-retention', {
  nb: {
    lead: 'Hvor lenge noe oppbevares etter at det er avsluttet, slik kommunen har vedtatt. Det nyeste vedtaket gjelder fra sin dag.',
    empty: 'Her står kommunens vedtak om oppbevaring. Så lenge ingenting er vedtatt, oppbevares alt.',
    what: 'Hva',
    howLong: 'Hvor lenge',
    months_one: 'Én måned',
    months_other: '{{count}} måneder',
    always: 'Oppbevares uten grense',
    from: 'Gjelder fra',
    document: 'Vedtak',
  },
  nn: {
    lead: 'Kor lenge noko blir oppbevart etter at det er avslutta, slik kommunen har vedteke. Det nyaste vedtaket gjeld frå sin dag.',
    empty: 'Her står vedtaka til kommunen om oppbevaring. Så lenge ingenting er vedteke, blir alt oppbevart.',
    what: 'Kva',
    howLong: 'Kor lenge',
    months_one: 'Éin månad',
    months_other: '{{count}} månader',
    always: 'Blir oppbevart utan grense',
    from: 'Gjeld frå',
    document: 'Vedtak',
  },
});

const deciding: Step = {
  operation: 'Retention_decide',
  first: ['retentionClass', 'months', 'validFrom', 'document'],
};

/** How long what is settled is kept, as the municipality decided. */
export function Retention() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('LEADER', 'ADMIN');
  const read = useRead('/v1/retention-periods', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ retentionPeriods, revision }) => (
        <RecordList
          label={say('what')}
          rows={retentionPeriods}
          keyOf={({ retentionClass, validFrom }) => `${retentionClass} ${validFrom}`}
          nameOf={({ retentionClass }) => label('retentionClass', retentionClass)}
          empty={say('empty')}
          history={{ what: 'organisasjon', id: 'retention' }}
          columns={[
            {
              title: say('what'),
              show: ({ retentionClass }) => capital(label('retentionClass', retentionClass)),
            },
            {
              title: say('howLong'),
              show: ({ months }) => (months === null ? say('always') : say('months', { count: months })),
            },
            { title: say('from'), show: ({ validFrom }) => <FullDay day={validFrom} /> },
            { title: say('document'), show: ({ document }) => textOf(document) },
          ]}
          {...(mayChange && { add: { ...deciding, ...seenOf('retention', { revision }) } })}
        />
      )}
    </Part>
  );
}
