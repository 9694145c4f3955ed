import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { usePlanPage } from './plan.js';
import { PrintFor } from './printed.js';

const useText = texts('plan-parents', {
  nb: {
    title: 'Foreldre og verger',
    as: 'Vis som',
    decisions: 'Det som er bestemt om hva foreldre får se',
  },
  nn: {
    title: 'Foreldre og verjer',
    as: 'Vis som',
    decisions: 'Det som er avgjort om kva foreldre får sjå',
  },
});

/** How each parent and guardian sees the plan, before anything is told or printed for them (pbrl § 3-4). */
export function Parents() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  const { planId } = plan;
  const { subjectId } = plan.subject;
  const { data } = useRead('/v1/subjects/{subjectId}', { params: { path: { subjectId } } });
  const those = (data?.relations ?? []).filter(
    ({ kind, isCurrent }) => isCurrent && (kind === 'PARENT' || kind === 'GUARDIAN'),
  );
  if (those.length === 0) return null;
  return (
    <div className="no-print">
      <h3>{say('title')}</h3>
      <ul>
        {those.map(({ relationId, kind, party }) => (
          <li key={relationId}>
            {joined(textOf(party.name), label('relationKind', kind))}{' '}
            <Link to="/plan/$planId" params={{ planId }} search={{ som: party.partyId }}>
              {say('as')}
            </Link>{' '}
            <PrintFor planId={planId} partyId={party.partyId} name={textOf(party.name)} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/oppfolging/$subjectId" params={{ subjectId }}>
          {say('decisions')}
        </Link>
      </p>
    </div>
  );
}
