import { Link, Navigate } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { OpenFrame } from './open-frame.js';

const useText = texts('open-pages', {
  nb: {
    title: 'Velg kommune',
    lead: 'Her står det hvordan du når dem som koordinerer tjenester i kommunen din, og hvordan du søker.',
    none: 'Her har ingen kommune tatt i bruk Samspor ennå.',
  },
  nn: {
    title: 'Vel kommune',
    lead: 'Her står det korleis du når dei som koordinerer tenester i kommunen din, og korleis du søkjer.',
    none: 'Her har ingen kommune teke i bruk Samspor enno.',
  },
});

/** The municipalities whose pages anybody may read; where there is one, its page. */
export function OpenPagesPage() {
  const say = useText();
  const { data, error, refetch } = useRead('/open', {}, { every: 0 });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const [only, ...others] = data.municipalities;
  if (only !== undefined && others.length === 0) {
    return <Navigate to="/apen/$municipality" params={{ municipality: only.municipality }} replace />;
  }
  return (
    <OpenFrame>
      <PageHead title={say('title')} lead={say(only === undefined ? 'none' : 'lead')} />
      <ul className="open-list">
        {data.municipalities.map(({ municipality, name }) => (
          <li key={municipality}>
            <Link to="/apen/$municipality" params={{ municipality }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </OpenFrame>
  );
}
