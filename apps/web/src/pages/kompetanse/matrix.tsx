import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('training-matrix', {
  nb: {
    lead: 'Alle som koordinerer i dag, og andre som har fullført noe eller fått veiledning.',
    name: 'Navn',
    coordinates: 'Koordinerer for',
    basics: 'Grunnopplæring',
    has: 'Fullført',
    lacks: 'Mangler {{courses}}',
    completed: 'Fullførte kurs',
    guidance: 'Veiledning',
    guided: '{{count}} ganger, sist {{day}}',
    once: 'Én gang, {{day}}',
    never: 'Ingen registrert',
    empty: 'Her står de som koordinerer, med kurs og veiledning.',
  },
  nn: {
    lead: 'Alle som koordinerer i dag, og andre som har fullført noko eller fått rettleiing.',
    name: 'Namn',
    coordinates: 'Koordinerer for',
    basics: 'Grunnopplæring',
    has: 'Fullført',
    lacks: 'Manglar {{courses}}',
    completed: 'Fullførte kurs',
    guidance: 'Rettleiing',
    guided: '{{count}} gonger, sist {{day}}',
    once: 'Éin gong, {{day}}',
    never: 'Ingen registrert',
    empty: 'Her står dei som koordinerer, med kurs og rettleiing.',
  },
});

type Answer = Read<'/v1/staff-competence'>;
type Line = Answer['staff'][number];

/** Who has learnt what, and who lacks the basic training (H8, F25). */
export function Matrix() {
  const say = useText();
  const words = useWords();
  const mayChange = useHasRole('CASEWORKER', 'LEADER');
  const read = useRead('/v1/staff-competence', {});
  const nameOf = ({ party }: Line) => textOf(party.name) || party.partyId;
  const guidanceOf = ({ guidanceCount: count, lastGuidanceOn }: Line) =>
    lastGuidanceOn === null
      ? say('never')
      : count === 1
        ? say('once', { day: fullDay(lastGuidanceOn) })
        : say('guided', { count, day: fullDay(lastGuidanceOn) });
  return (
    <Part read={read} lead={say('lead')}>
      {({ staff, courses }) => {
        const called = (code: string) => {
          const found = courses.find(({ courseCode }) => courseCode === code);
          return found ? words({ nb: textOf(found.nb), nn: textOf(found.nn) }) : code;
        };
        const choices = courses
          .filter(({ withdrawnOn }) => withdrawnOn === null)
          .map(({ courseCode }) => ({ value: courseCode, label: capital(called(courseCode)) }));
        const stepsOf = ({ party: { partyId } }: Line): readonly Step[] => [
          {
            operation: 'StaffCompetence_complete',
            params: { partyId },
            first: ['courseCode', 'completedOn', 'heldBy'],
            choices: { courseCode: choices },
          },
          {
            operation: 'StaffCompetence_guide',
            params: { partyId },
            first: ['way', 'matter', 'givenOn', 'givenById'],
          },
        ];
        return (
          <>
            <div className="row no-print">
              <DownloadButtons path="/v1/staff-competence" variant="tertiary" />
            </div>
            <RecordList
              label={say('name')}
              rows={staff}
              keyOf={({ party }) => party.partyId}
              nameOf={nameOf}
              empty={say('empty')}
              historyOf={({ party: { partyId }, completed, guidanceCount }) =>
                completed.length + guidanceCount > 0 ? { what: 'kompetanse', id: partyId } : undefined
              }
              columns={[
                { title: say('name'), show: (line) => <strong>{nameOf(line)}</strong> },
                { title: say('coordinates'), show: ({ coordinates }) => coordinates },
                {
                  title: say('basics'),
                  show: ({ lacks }) =>
                    lacks.length === 0 ? say('has') : say('lacks', { courses: lacks.map(called).join(', ') }),
                },
                {
                  title: say('completed'),
                  show: ({ completed }) =>
                    completed.map(({ courseCode, completedOn }) => (
                      <span key={courseCode} className="line">
                        {capital(called(courseCode))} ({fullDay(completedOn)})
                      </span>
                    )),
                },
                { title: say('guidance'), show: guidanceOf },
              ]}
              {...(mayChange && { stepsOf })}
            />
          </>
        );
      }}
    </Part>
  );
}
