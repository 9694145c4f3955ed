import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList } from '../../ui/records/record-list.js';

const useText = texts('settings-rule-versions', {
  nb: {
    lead: 'Når loven får en annen frist, vedtar kommunen den nye utgaven av regelen her i Samspor. Den prøves først på sakene som er der, med kommandoen «samspor law rehearse», og vedtas med «samspor law adopt». En frist som løper, blir aldri kortere.',
    empty: 'Kommunen har ikke vedtatt egne utgaver. Fristene regnes etter reglene som følger med Samspor.',
    what: 'Regel',
    howLong: 'Frist',
    from: 'Gjelder fra',
    running: 'Frister som løper da',
    rehearsed: 'Prøvd på',
    found: '{{cases}} saker, {{deadlines}} frister ville vært annerledes',
    document: 'Dokument',
  },
  nn: {
    lead: 'Når lova får ein annan frist, vedtek kommunen den nye utgåva av regelen her i Samspor. Ho blir først prøvd på sakene som er der, med kommandoen «samspor law rehearse», og vedteken med «samspor law adopt». Ein frist som går, blir aldri kortare.',
    empty:
      'Kommunen har ikkje vedteke eigne utgåver. Fristane blir rekna etter reglane som følgjer med Samspor.',
    what: 'Regel',
    howLong: 'Frist',
    from: 'Gjeld frå',
    running: 'Fristar som går då',
    rehearsed: 'Prøvd på',
    found: '{{cases}} saker, {{deadlines}} fristar ville vore annleis',
    document: 'Dokument',
  },
});

/** The versions of the law's rules that the municipality adopted, each with what its rehearsal found. */
export function RuleVersions() {
  const say = useText();
  const label = useLabel();
  const read = useRead('/v1/rule-versions', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ ruleVersions }) => (
        <RecordList
          label={say('what')}
          rows={ruleVersions}
          keyOf={({ rule, ruleVersion }) => `${rule} ${ruleVersion}`}
          nameOf={({ rule }) => label('lawRule', rule)}
          empty={say('empty')}
          columns={[
            { title: say('what'), show: ({ rule }) => capital(label('lawRule', rule)) },
            {
              title: say('howLong'),
              show: ({ count, periodUnit }) => `${String(count)} ${label('periodUnit', periodUnit)}`,
            },
            { title: say('from'), show: ({ validFrom }) => <FullDay day={validFrom} /> },
            { title: say('running'), show: ({ transition }) => capital(label('ruleTransition', transition)) },
            {
              title: say('rehearsed'),
              show: ({ casesRehearsed: cases, deadlinesOtherwise: deadlines }) =>
                say('found', { cases, deadlines }),
            },
            { title: say('document'), show: ({ document }) => textOf(document) },
          ]}
        />
      )}
    </Part>
  );
}
