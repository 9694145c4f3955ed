import { Link } from '@tanstack/react-router';
import { type Read, useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

type GapCode = Read<'/v1/cases/lacking'>['gaps'][number]['gap'];

const useText = texts('my-day-lacking', {
  nb: {
    title: 'Klageklar',
    none: 'Alle åpne saker er klageklare.',
    some_one: 'Én åpen sak er ikke klageklar.',
    some_other: '{{count}} åpne saker er ikke klageklare.',
    more: 'Bare de {{count}} nyeste er talt.',
    units: 'Etter enhet',
    gaps: 'Det som mangler',
    show: 'Vis sakene',
  },
  nn: {
    title: 'Klageklar',
    none: 'Alle opne saker er klageklare.',
    some_one: 'Éi open sak er ikkje klageklar.',
    some_other: '{{count}} opne saker er ikkje klageklare.',
    more: 'Berre dei {{count}} nyaste er talde.',
    units: 'Etter eining',
    gaps: 'Det som manglar',
    show: 'Vis sakene',
  },
});

/** How many open cases the county governor would miss something of, by unit and by what is missed. */
export function Lacking() {
  const say = useText();
  const label = useLabel();
  const { data, error, refetch } = useRead('/v1/cases/lacking', {});
  if (data === undefined) {
    return error === null ? null : (
      <section className="panel light">
        <h2>{say('title')}</h2>
        <ProblemNotice error={error} retry={() => void refetch()} />
      </section>
    );
  }
  const { count, more, units, gaps } = data;
  return (
    <section className="panel light">
      <h2>{say('title')}</h2>
      <p>{count === 0 ? say('none') : say('some', { count })}</p>
      {more && <p className="small">{say('more', { count })}</p>}
      {count > 0 && (
        <>
          <Counts
            title={say('units')}
            of={units.map(({ unit, count: of }) => [label('unit', unit), of, { enhet: unit }])}
          />
          <Counts
            title={say('gaps')}
            of={gaps.map(({ gap, count: of }) => [label('gap', gap), of, { savnes: gap }])}
          />
          <Link to="/saker" search={shown}>
            {say('show')}
          </Link>
        </>
      )}
    </section>
  );
}

/** The cases that were counted. */
const shown = { vis: 'ikke-klageklar', apne: 'ja' } as const;

interface Props {
  readonly title: string;
  readonly of: readonly (readonly [
    what: string,
    count: number,
    narrowed: { readonly enhet: string } | { readonly savnes: GapCode },
  ])[];
}

function Counts({ title, of }: Props) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="small kinds">
        {of.map(([what, count, narrowed]) => (
          <li key={what}>
            <Link to="/saker" search={{ ...shown, ...narrowed }}>
              {capital(what)}
            </Link>{' '}
            <span className="figures">{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
