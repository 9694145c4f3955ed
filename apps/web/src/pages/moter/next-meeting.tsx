import { Button } from '@digdir/designsystemet-react';
import { useRead } from '../../api/read.js';
import { texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DueMark } from '../../ui/due-mark.js';
import { PlanMeeting } from './plan-meeting.js';
import { meetingsRoute, planningSteps } from './search.js';

const useText = texts('next-meeting', {
  nb: { title: 'Neste møte i {{unit}}', planned: 'Neste møte er planlagt.', plan: 'Planlegg møte' },
  nn: { title: 'Neste møte i {{unit}}', planned: 'Neste møte er planlagt.', plan: 'Planlegg møte' },
});

/** By when the unit is to meet again, where no meeting is planned, and the planning of one. */
export function NextMeeting() {
  const say = useText();
  const words = useWords();
  const plans = useHasRole('CASEWORKER');
  const { steg } = meetingsRoute.useSearch();
  const navigate = meetingsRoute.useNavigate();
  const { data } = useRead('/v1/tasks', {
    params: { query: { kind: ['MEETING_TO_PLAN', 'MEETING_OVERDUE'] } },
  });
  const task = data?.tasks[0];
  if (plans && steg !== undefined && planningSteps.includes(steg)) {
    return (
      <PlanMeeting why={task && words(task.why)} close={() => void navigate({ search: {}, replace: true })} />
    );
  }
  if (task === undefined) return null;
  return (
    <section className="panel next next-meeting" aria-labelledby="next-meeting">
      <DueMark dueOn={task.dueOn} />
      <div>
        <h2 id="next-meeting">{say('title')}</h2>
        <p>{words(task.why)}</p>
      </div>
      {plans && (
        <Button variant="secondary" onClick={() => void navigate({ search: { steg: task.kind } })}>
          {say('plan')}
        </Button>
      )}
    </section>
  );
}
