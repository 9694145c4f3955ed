import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { texts, useWords } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { RecordList } from './record-list.js';

const useText = texts('settings-law', {
  nb: {
    lead: 'Lovhenvisningene som kan stå i en avgjørelse, med gamle og nye navn.',
    what: 'Henvisning',
    time: 'Gjelder',
    always: 'i dag',
    from: 'fra {{day}}',
    until: 'til {{day}}',
    replaced: 'Erstattet av',
    empty: 'Her står lovhenvisningene.',
  },
  nn: {
    lead: 'Lovtilvisingane som kan stå i ei avgjerd, med gamle og nye namn.',
    what: 'Tilvising',
    time: 'Gjeld',
    always: 'i dag',
    from: 'frå {{day}}',
    until: 'til {{day}}',
    replaced: 'Erstatta av',
    empty: 'Her står lovtilvisingane.',
  },
});

/** What papers cite of the law, under old and new names. */
export function Law() {
  const say = useText();
  const words = useWords();
  const { data, error, refetch } = useRead('/v1/labels/law', {}, { every: 0 });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const { references } = data;
  const called = (code: string) => {
    const found = references.find((one) => one.code === code);
    return found === undefined ? code : words(found.label);
  };
  return (
    <>
      <p className="quiet">{say('lead')}</p>
      <RecordList
        label={say('what')}
        rows={references}
        keyOf={({ code }) => code}
        nameOf={({ label }) => words(label)}
        empty={say('empty')}
        columns={[
          { title: say('what'), show: ({ label }) => words(label) },
          {
            title: say('time'),
            show: ({ validFrom, validUntil }) => (
              <>
                {validFrom !== null && (
                  <span className="line keep-together">{say('from', { day: fullDay(validFrom) })}</span>
                )}
                {validUntil !== null && (
                  <span className="line keep-together">{say('until', { day: fullDay(validUntil) })}</span>
                )}
                {validFrom === null && validUntil === null && say('always')}
              </>
            ),
          },
          { title: say('replaced'), show: ({ replacedBy }) => replacedBy.map(called).join('; ') },
        ]}
      />
    </>
  );
}
