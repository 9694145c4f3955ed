import { texts } from '../../i18n/texts.js';
import { useChange, useSaid } from './said.js';
import { changeOf, headOf, tableIn, type Theme, usePair } from './told.js';

const useText = texts('key-figures', {
  nb: {
    label: 'Hovedtall',
    median: '{{name}} (median)',
    before: 'sist {{number}}',
    few: 'for få til å vises',
  },
  nn: {
    label: 'Hovudtal',
    median: '{{name}} (median)',
    before: 'sist {{number}}',
    few: 'for få til å visast',
  },
});

const wanted = [['A7'], ['D2'], ['GAP', 'G1'], ['E1'], ['P1'], ['C1']] as const;

/** Who waits, how long, who has no coordinator, what costs: what is asked first. */
export function KeyFigures({ themes }: { readonly themes: readonly Theme[] }) {
  const say = useText();
  const pair = usePair();
  const said = useSaid();
  const change = useChange();
  const tables = wanted.flatMap((ids) => tableIn(themes, ...ids) ?? []);
  return (
    <section aria-label={say('label')}>
      <dl className="key-figures">
        {tables.map((table) => {
          const { total: now, before, days: isDays } = headOf(table);
          return (
            <div key={table.id}>
              <dt>{isDays ? say('median', { name: pair(table.name) }) : pair(table.name)}</dt>
              <dd>
                <strong>{now === null && isDays ? say('few') : said(now)}</strong>
                <span className="small quiet">
                  {before !== null && say('before', { number: said(before) })}
                  {changeOf(now, before) !== undefined && `, ${change(changeOf(now, before))}`}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
