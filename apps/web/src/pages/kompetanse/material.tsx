import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('information-material', {
  nb: {
    lead: 'Brosjyrer, nettsider og annet som folk blir informert med. Det som er ute, vises på den åpne siden.',
    name: 'Navn',
    audience: 'For',
    location: 'Hvor det finnes',
    state: 'Status',
    current: 'Lagt ut {{day}}',
    gone: 'Tatt ut {{day}}',
    empty: 'Her står det folk blir informert med.',
  },
  nn: {
    lead: 'Brosjyrar, nettsider og anna som folk blir informerte med. Det som er ute, står på den opne sida.',
    name: 'Namn',
    audience: 'For',
    location: 'Kvar det finst',
    state: 'Status',
    current: 'Lagt ut {{day}}',
    gone: 'Teke ut {{day}}',
    empty: 'Her står det folk blir informerte med.',
  },
});

type One = Read<'/v1/information-material'>['material'][number];
const publishing: Step = {
  operation: 'InformationMaterial_publish',
  first: ['form', 'nameNb', 'nameNn', 'audiences', 'location', 'publishedOn'],
};
const stepsOf = ({ materialId, withdrawnOn }: One): readonly Step[] =>
  withdrawnOn === null ? [{ operation: 'InformationMaterial_withdraw', params: { materialId } }] : [];

/** What people are informed by (H8, U22). */
export function Material() {
  const say = useText();
  const label = useLabel();
  const words = useWords();
  const mayChange = useHasRole('CASEWORKER', 'LEADER', 'ADMIN');
  const read = useRead('/v1/information-material', {});
  const nameOf = ({ nameNb, nameNn }: One) => words({ nb: textOf(nameNb), nn: textOf(nameNn) });
  return (
    <Part read={read} lead={say('lead')}>
      {({ material }) => (
        <RecordList
          label={say('name')}
          rows={material}
          keyOf={({ materialId }) => materialId}
          nameOf={nameOf}
          empty={say('empty')}
          history={{ what: 'rutiner', id: 'material' }}
          columns={[
            {
              title: say('name'),
              show: (one) => (
                <>
                  <strong>{nameOf(one)}</strong>
                  <span className="under">{capital(label('materialForm', one.form))}</span>
                </>
              ),
            },
            {
              title: say('audience'),
              show: ({ audiences }) => capital(audiences.map((one) => label('targetGroup', one)).join(', ')),
            },
            { title: say('location'), show: ({ location }) => textOf(location) },
            {
              title: say('state'),
              show: ({ publishedOn, withdrawnOn }) =>
                withdrawnOn === null
                  ? say('current', { day: fullDay(publishedOn) })
                  : say('gone', { day: fullDay(withdrawnOn) }),
            },
          ]}
          {...(mayChange && { add: publishing, stepsOf })}
        />
      )}
    </Part>
  );
}
