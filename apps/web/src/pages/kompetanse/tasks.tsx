import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('cooperation-tasks', {
  nb: {
    lead: 'Det tjenestene skal gjøre sammen, utenom den enkelte saken: hvem som følger det opp, og når.',
    task: 'Oppgave',
    with: 'Hvem er med',
    owner: 'Følges opp av',
    next: 'Neste oppfølging',
    overdue: 'over fristen',
    ended: '{{outcome}} {{day}}',
    last: 'Sist, {{day}}: {{note}}',
    empty: 'Her står det som skal gjøres på tvers av tjenestene.',
  },
  nn: {
    lead: 'Det tenestene skal gjere saman, utanom den einskilde saka: kven som følgjer det opp, og når.',
    task: 'Oppgåve',
    with: 'Kven er med',
    owner: 'Blir følgd opp av',
    next: 'Neste oppfølging',
    overdue: 'over fristen',
    ended: '{{outcome}} {{day}}',
    last: 'Sist, {{day}}: {{note}}',
    empty: 'Her står det som skal gjerast på tvers av tenestene.',
  },
});

type Task = Read<'/v1/cooperation/tasks'>['tasks'][number];
const agreeing: Step = {
  operation: 'Cooperation_agree',
  first: ['matter', 'ownerId', 'followUpOn', 'withUnits', 'withOthers', 'unit', 'agreedOn'],
};
const stepsOf = ({ matterId, endedOn }: Task): readonly Step[] =>
  endedOn === null
    ? [
        {
          operation: 'Cooperation_followUp',
          params: { matterId },
          first: ['note', 'followUpOn', 'ownerId', 'followedUpOn'],
        },
        {
          operation: 'Cooperation_complete',
          params: { matterId },
          first: ['outcome', 'note', 'completedOn'],
        },
      ]
    : [];

/** What providers are to do together (U23). */
export function CooperationTasks() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('CASEWORKER', 'LEADER');
  const read = useRead('/v1/cooperation/tasks', { params: { query: { limit: 200 } } });
  return (
    <Part read={read} lead={say('lead')}>
      {({ tasks }) => (
        <>
          <div className="row no-print">
            <DownloadButtons path="/v1/cooperation/tasks" variant="tertiary" />
          </div>
          <RecordList
            label={say('task')}
            rows={tasks}
            keyOf={({ matterId }) => matterId}
            nameOf={({ matter }) => textOf(matter)}
            empty={say('empty')}
            historyOf={({ matterId }) => ({ what: 'samarbeid', id: matterId })}
            columns={[
              {
                title: say('task'),
                show: ({ matter, followUps }) => {
                  const last = followUps.at(-1);
                  return (
                    <>
                      <strong className="keep-lines">{textOf(matter)}</strong>
                      {last && (
                        <span className="under">
                          {say('last', { day: fullDay(last.followedUpOn), note: textOf(last.note) })}
                        </span>
                      )}
                    </>
                  );
                },
              },
              {
                title: say('with'),
                show: ({ withUnits, withOthers }) =>
                  capital(
                    [...withUnits.map((one) => label('unit', one)), textOf(withOthers)]
                      .filter(Boolean)
                      .join(', '),
                  ),
              },
              { title: say('owner'), show: ({ owner }) => textOf(owner?.name) },
              {
                title: say('next'),
                show: ({ endedOn, outcome, dueOn, isOverdue }) =>
                  endedOn !== null ? (
                    capital(
                      say('ended', {
                        outcome: outcome === null ? '' : label('taskOutcome', outcome),
                        day: fullDay(endedOn),
                      }),
                    )
                  ) : (
                    <>
                      {dueOn !== null && fullDay(dueOn)}
                      {isOverdue && <strong className="line">{say('overdue')}</strong>}
                    </>
                  ),
              },
            ]}
            {...(mayChange && { add: agreeing, stepsOf })}
          />
        </>
      )}
    </Part>
  );
}
