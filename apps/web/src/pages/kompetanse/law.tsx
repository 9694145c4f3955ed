import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('competence-law', {
  nb: {
    lead: 'Det som vises til i lovverket, med gamle og nye navn. Dere kan føre opp egne, eller endre dem som står her.',
    what: 'Henvisning',
    code: 'Kode',
    time: 'Gjelder',
    always: 'i dag',
    from: 'fra {{day}}',
    until: 'til {{day}}',
    replaced: 'Erstattet av',
    own: 'ført opp av kommunen',
    empty: 'Her står lovhenvisningene.',
  },
  nn: {
    lead: 'Det som blir vist til i lovverket, med gamle og nye namn. De kan føre opp eigne, eller endre dei som står her.',
    what: 'Tilvising',
    code: 'Kode',
    time: 'Gjeld',
    always: 'i dag',
    from: 'frå {{day}}',
    until: 'til {{day}}',
    replaced: 'Erstatta av',
    own: 'ført opp av kommunen',
    empty: 'Her står lovtilvisingane.',
  },
});

type Reference = Read<'/v1/law-references'>['references'][number];

/** What papers cite of the law, under old and new names, entry by entry. */
export function Law() {
  const say = useText();
  const words = useWords();
  const mayChange = useHasRole('LEADER', 'ADMIN');
  const read = useRead('/v1/law-references', {});
  const nameOf = ({ nb, nn }: Reference) => words({ nb: textOf(nb), nn: textOf(nn) });
  const timeOf = ({ validFrom, validUntil }: Reference) =>
    [
      validFrom !== null && say('from', { day: fullDay(validFrom) }),
      validUntil !== null && say('until', { day: fullDay(validUntil) }),
    ]
      .filter(Boolean)
      .join(' ') || say('always');
  return (
    <Part read={read} lead={say('lead')}>
      {({ references }) => {
        const choices = references.map((one) => ({ value: one.reference, label: nameOf(one) }));
        const called = (code: string) => choices.find(({ value }) => value === code)?.label ?? code;
        const listing: Step = {
          operation: 'LawReferences_listReference',
          first: ['reference', 'nb', 'nn', 'validFrom', 'validUntil', 'replacedBy'],
          choices: { replacedBy: choices },
        };
        return (
          <RecordList
            label={say('what')}
            rows={references}
            keyOf={({ reference }) => reference}
            nameOf={nameOf}
            empty={say('empty')}
            history={{ what: 'rutiner', id: 'lawReferences' }}
            columns={[
              {
                title: say('what'),
                show: (one) => (
                  <>
                    {nameOf(one)}
                    {one.isOwn && <span className="under">{say('own')}</span>}
                  </>
                ),
              },
              { title: say('time'), show: timeOf },
              { title: say('replaced'), show: ({ replacedBy }) => replacedBy.map(called).join('; ') },
              { title: say('code'), show: ({ reference }) => <span className="quiet">{reference}</span> },
            ]}
            {...(mayChange && { add: listing })}
          />
        );
      }}
    </Part>
  );
}
