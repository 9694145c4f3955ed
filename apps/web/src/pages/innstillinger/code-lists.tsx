import { Details } from '@digdir/designsystemet-react';
import { useRead } from '../../api/read.js';
import { capital, texts, useOwnText } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';

const useText = texts('settings-code-lists', {
  nb: { lead: 'Listene som skjemaene velger fra, med kode og ord. Koden står i filer som lastes ned.' },
  nn: { lead: 'Listene som skjemaa vel frå, med kode og ord. Koden står i filer som blir lasta ned.' },
});

/** The lists that forms choose from: each code with its words. */
export function CodeLists() {
  const say = useText();
  const own = useOwnText();
  const { data, error, refetch } = useRead('/v1/labels', {}, { every: 0 });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const lists = Object.entries(data.labels);
  return (
    <>
      <p className="quiet">{say('lead')}</p>
      <div>
        {lists.map(([list, codes]) => (
          <Details key={list}>
            <Details.Summary>
              {list} ({Object.keys(codes).length})
            </Details.Summary>
            <Details.Content>
              <dl className="codes">
                {Object.entries(codes).map(([code, words]) => (
                  <div key={code}>
                    <dt>{code}</dt>
                    <dd>{capital(own(words))}</dd>
                  </div>
                ))}
              </dl>
            </Details.Content>
          </Details>
        ))}
      </div>
    </>
  );
}
