import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('courses', {
  nb: {
    lead: 'Kursene som kan fullføres. Dere kan føre opp egne, gi dem som står her andre navn, og ta dem av lista.',
    course: 'Kurs',
    code: 'Kode',
    basic: 'Grunnopplæring',
    isBasic: 'Ja',
    state: 'Status',
    listed: 'På lista',
    withdrawn: 'Tatt av lista {{day}}',
    empty: 'Her står kursene.',
  },
  nn: {
    lead: 'Kursa som kan fullførast. De kan føre opp eigne, gi dei som står her andre namn, og ta dei av lista.',
    course: 'Kurs',
    code: 'Kode',
    basic: 'Grunnopplæring',
    isBasic: 'Ja',
    state: 'Status',
    listed: 'På lista',
    withdrawn: 'Teke av lista {{day}}',
    empty: 'Her står kursa.',
  },
});

type Course = Read<'/v1/courses'>['courses'][number];

const listing: Step = {
  operation: 'Courses_listCourse',
  first: ['nb', 'nn', 'courseCode', 'isBasic', 'listedOn'],
};
const stepsOf = ({ courseCode, withdrawnOn }: Course): readonly Step[] =>
  withdrawnOn === null ? [{ operation: 'Courses_withdraw', params: { courseCode } }] : [];

/** Which courses there are: a list that the municipality changes. */
export function Courses() {
  const say = useText();
  const words = useWords();
  const mayChange = useHasRole('CASEWORKER', 'LEADER', 'ADMIN');
  const read = useRead('/v1/courses', {});
  const nameOf = ({ nb, nn }: Course) => capital(words({ nb: textOf(nb), nn: textOf(nn) }));
  return (
    <Part read={read} lead={say('lead')}>
      {({ courses }) => (
        <RecordList
          label={say('course')}
          rows={courses}
          keyOf={({ courseCode }) => courseCode}
          nameOf={nameOf}
          empty={say('empty')}
          history={{ what: 'rutiner', id: 'courses' }}
          columns={[
            { title: say('course'), show: (course) => <strong>{nameOf(course)}</strong> },
            { title: say('basic'), show: ({ isBasic }) => isBasic && say('isBasic') },
            {
              title: say('state'),
              show: ({ withdrawnOn }) =>
                withdrawnOn === null ? say('listed') : say('withdrawn', { day: fullDay(withdrawnOn) }),
            },
            { title: say('code'), show: ({ courseCode }) => <span className="quiet">{courseCode}</span> },
          ]}
          {...(mayChange && { add: listing, stepsOf })}
        />
      )}
    </Part>
  );
}
