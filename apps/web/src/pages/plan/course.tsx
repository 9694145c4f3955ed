import { fullDay, shortDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { usePlanPage } from './plan.js';
import { PlanSection } from './section.js';

const useText = texts('plan-course', {
  nb: {
    title: 'Plan for planen',
    period: 'Planperiode',
    to: 'til {{day}}',
    next: 'Neste gjennomgang',
    overdue: 'Skulle vært gjennomgått.',
    coordinator: 'Koordinator',
    versions: 'Versjoner',
    version: 'Versjon {{number}}, {{day}}',
    approved: 'godkjent {{day}} av {{who}} ({{way}})',
    unapproved: 'ikke godkjent ennå',
    reviews: 'Gjennomganger',
    paused: 'På vent',
    paper: 'På papir',
    onPaper: 'Planen føres bare på papir.',
  },
  nn: {
    title: 'Plan for planen',
    period: 'Planperiode',
    to: 'til {{day}}',
    next: 'Neste gjennomgang',
    overdue: 'Skulle vore gått gjennom.',
    coordinator: 'Koordinator',
    versions: 'Versjonar',
    version: 'Versjon {{number}}, {{day}}',
    approved: 'godkjend {{day}} av {{who}} ({{way}})',
    unapproved: 'ikkje godkjend enno',
    reviews: 'Gjennomgangar',
    paused: 'På vent',
    paper: 'På papir',
    onPaper: 'Planen blir ført berre på papir.',
  },
});

/** How the plan goes: period, next review, versions, the owner's approval (content c and g). */
export function PlanCourse() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  const { until, nextReviewOn, reviewDue, versions, reviews, pausedOn, pauseCode, onPaper } = plan;
  const isOverdue = reviewDue !== null && reviewDue < today();
  return (
    <PlanSection part="course" title={say('title')}>
      <Facts
        rows={[
          [say('coordinator'), plan.coordinators.map(({ name }) => textOf(name)).join(', ')],
          until !== null && [say('period'), say('to', { day: fullDay(until) })],
          nextReviewOn !== null && [
            say('next'),
            isOverdue ? `${fullDay(nextReviewOn)}. ${say('overdue')}` : fullDay(nextReviewOn),
          ],
          pausedOn !== null && [
            say('paused'),
            joined(fullDay(pausedOn), pauseCode !== null && label('planPauseReason', pauseCode)),
          ],
          onPaper && [say('paper'), joined(say('onPaper'), textOf(plan.paperPlace))],
          versions.length > 0 && [
            say('versions'),
            versions
              .map(({ version, revisedOn, approvedOn, approvedBy, way }) =>
                joined(
                  say('version', { number: String(version), day: shortDay(revisedOn) }),
                  approvedOn === null
                    ? say('unapproved')
                    : say('approved', {
                        day: shortDay(approvedOn),
                        who: label('representative', approvedBy ?? ''),
                        way: label('planApprovalWay', way ?? ''),
                      }),
                ),
              )
              .join('. '),
          ],
          reviews.length > 0 && [
            say('reviews'),
            reviews
              .map(({ reviewedOn, outcome }) =>
                joined(shortDay(reviewedOn), label('planReviewOutcome', outcome)),
              )
              .join('. '),
          ],
        ]}
      />
    </PlanSection>
  );
}
