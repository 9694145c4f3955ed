import { Button } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { useKey } from '../../shell/keys.js';
import { type AgendaPoint, calledOf, type Meeting } from './meeting.js';
import { meetingRoute, type MeetingStep, withPoint, withStep } from './search.js';

const useText = texts('agenda-list', {
  nb: {
    title: 'Saksliste',
    standing: 'Faste punkter',
    keys: 'J og K går til neste og forrige.',
    open: 'Ikke ført',
    before: 'Utsatt før',
    putOn: 'Sett opp saker',
    order: 'Endre rekkefølgen',
    fix: 'Lås sakslista',
  },
  nn: {
    title: 'Saksliste',
    standing: 'Faste punkt',
    keys: 'J og K går til neste og førre.',
    open: 'Ikkje ført',
    before: 'Utsett før',
    putOn: 'Set opp saker',
    order: 'Endre rekkjefølgja',
    fix: 'Lås sakslista',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly points: readonly AgendaPoint[];
  readonly now: AgendaPoint;
}

/** The agenda with what is taken up now; J and K go through it. */
export function AgendaList({ meeting, points, now }: Props) {
  const say = useText();
  const records = useHasRole('CASEWORKER');
  const list = useRef<HTMLElement>(null);
  const navigate = meetingRoute.useNavigate();
  const choose = (key: string) => void navigate({ search: withPoint(key), replace: true });
  const go = (by: 1 | -1) => () => {
    const next = points[points.indexOf(now) + by];
    if (next === undefined) return;
    choose(next.key);
    list.current?.querySelectorAll<HTMLElement>('[data-point]')[next.place - 1]?.focus();
  };
  useKey('j', go(1));
  useKey('k', go(-1));
  const open = (steg: MeetingStep) => () => void navigate({ search: withStep(steg) });
  const mayChange = records && meeting.status === 'PLANNED' && meeting.agendaFixedOn === null;
  const groups = [
    { title: undefined, points: points.filter((point) => 'case' in point) },
    { title: say('standing'), points: points.filter((point) => 'item' in point) },
  ].filter((group) => group.points.length > 0);
  return (
    <nav className="agenda-list" aria-label={say('title')} ref={list}>
      <h2>{say('title')}</h2>
      <p className="small quiet">{say('keys')}</p>
      {groups.map((group) => (
        <div key={group.title ?? ''}>
          {group.title !== undefined && <h3>{group.title}</h3>}
          <ol start={group.points[0]?.place}>
            {group.points.map((point) => (
              <li key={point.key}>
                <button
                  type="button"
                  data-point
                  aria-current={point.key === now.key ? 'true' : undefined}
                  onClick={() => choose(point.key)}
                >
                  <span className="agenda-place">{point.place}</span>
                  <Point point={point} status={meeting.status} />
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {mayChange && (
        <div className="row air-small">
          <Button variant="tertiary" onClick={open('PUT_ON')}>
            {say('putOn')}
          </Button>
          {meeting.cases.length > 1 && (
            <Button variant="tertiary" onClick={open('ORDER')}>
              {say('order')}
            </Button>
          )}
          {meeting.cases.length > 0 && (
            <Button variant="tertiary" onClick={open('FIX')}>
              {say('fix')}
            </Button>
          )}
        </div>
      )}
    </nav>
  );
}

interface PointProps {
  readonly point: AgendaPoint;
  readonly status: Meeting['status'];
}

function Point({ point, status }: PointProps) {
  const say = useText();
  const label = useLabel();
  const { utenNavn = false } = meetingRoute.useSearch();
  if ('item' in point) return <span>{capital(label('agendaItem', point.item))}</span>;
  const { caseNumber, treatment, earlier } = point.case;
  const called = calledOf(point.case, utenNavn);
  return (
    <span>
      <strong>{called}</strong>
      {caseNumber !== null && caseNumber !== called && <span className="under">{caseNumber}</span>}
      {earlier.some((one) => one.treatment === 'PUT_OFF') && <span className="under">{say('before')}</span>}
      {treatment === null && status === 'HELD' && <span className="under">{say('open')}</span>}
      {treatment !== null && <span className="agenda-outcome">{capital(label('treatment', treatment))}</span>}
    </span>
  );
}
