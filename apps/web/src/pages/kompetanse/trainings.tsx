import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { FullDay } from '../../ui/full-day.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';
import { useCourses } from './use-courses.js';

const useText = texts('trainings', {
  nb: {
    lead: 'Kurs og fagdager: det som er satt opp, og det som er holdt, det siste først.',
    day: 'Dag',
    what: 'Hva',
    counts: 'Regnes som',
    who: 'Ved',
    state: 'Status',
    held: 'Holdt, {{count}} til stede',
    heldPlain: 'Holdt',
    planned: 'Satt opp',
    cancelled: 'Avlyst {{day}}',
    empty: 'Her står kurs og fagdager.',
  },
  nn: {
    lead: 'Kurs og fagdagar: det som er sett opp, og det som er halde, det siste først.',
    day: 'Dag',
    what: 'Kva',
    counts: 'Blir rekna som',
    who: 'Ved',
    state: 'Status',
    held: 'Halden, {{count}} til stades',
    heldPlain: 'Halden',
    planned: 'Sett opp',
    cancelled: 'Avlyst {{day}}',
    empty: 'Her står kurs og fagdagar.',
  },
});

type Training = Read<'/v1/trainings'>['trainings'][number];

/** What people are trained in, and the professional days (U9). */
export function Trainings() {
  const say = useText();
  const label = useLabel();
  const { called, choices } = useCourses();
  const mayChange = useHasRole('CASEWORKER', 'LEADER');
  const read = useRead('/v1/trainings', { params: { query: { limit: 200 } } });
  const offering: Step = {
    operation: 'Trainings_offer',
    first: ['form', 'title', 'plannedOn', 'courseCode', 'place', 'heldBy', 'offeredOn'],
    choices: { courseCode: choices },
  };
  const stepsOf = ({ trainingId, courseCode, heldOn, cancelledOn }: Training): readonly Step[] => {
    const params = { trainingId };
    if (cancelledOn !== null) return [];
    if (heldOn === null) {
      return [
        { operation: 'Trainings_hold', params, first: ['heldOn', 'participants', 'note'] },
        { operation: 'Trainings_cancel', params },
      ];
    }
    const preset = { completedOn: heldOn, ...(courseCode !== null && { courseCode }) };
    return [
      {
        operation: 'Trainings_complete',
        params,
        preset,
        first: ['partyIds', 'courseCode', 'completedOn'],
        choices: { courseCode: choices },
      },
    ];
  };
  const stateOf = ({ heldOn, cancelledOn, participants }: Training) => {
    if (cancelledOn !== null) return say('cancelled', { day: fullDay(cancelledOn) });
    if (heldOn === null) return say('planned');
    return participants === null ? say('heldPlain') : say('held', { count: participants });
  };
  return (
    <Part read={read} lead={say('lead')}>
      {({ trainings }) => (
        <>
          <div className="row no-print">
            <DownloadButtons path="/v1/trainings" variant="tertiary" />
          </div>
          <RecordList
            label={say('what')}
            rows={trainings}
            keyOf={({ trainingId }) => trainingId}
            nameOf={({ title }) => textOf(title)}
            empty={say('empty')}
            historyOf={({ trainingId }) => ({ what: 'opplaering', id: trainingId })}
            columns={[
              { title: say('day'), show: ({ day }) => <FullDay day={day} /> },
              {
                title: say('what'),
                show: ({ title, form, place }) => (
                  <>
                    <strong>{textOf(title)}</strong>
                    <span className="under">
                      {[capital(label('trainingForm', form)), textOf(place)].filter(Boolean).join(', ')}
                    </span>
                  </>
                ),
              },
              {
                title: say('counts'),
                show: ({ courseCode }) => courseCode !== null && capital(called(courseCode)),
              },
              { title: say('who'), show: ({ heldBy }) => textOf(heldBy) },
              { title: say('state'), show: stateOf },
            ]}
            {...(mayChange && { add: offering, stepsOf })}
          />
        </>
      )}
    </Part>
  );
}
