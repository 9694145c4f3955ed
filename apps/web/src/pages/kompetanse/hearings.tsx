import { type Read, useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList, type Step } from '../../ui/records/record-list.js';

const useText = texts('hearings', {
  nb: {
    lead: 'Brukerråd, brukerorganisasjoner og andre som taler for brukerne: hva de er spurt om, og hva de svarte.',
    who: 'Hvem',
    what: 'Hva de er spurt om',
    asked: 'spurt {{day}}',
    answer: 'Svar',
    waits: 'Svarfrist {{day}}',
    overdue: 'over fristen',
    consequence: 'Det førte til',
    empty: 'Her står hva brukere er spurt om, og hva de svarte.',
  },
  nn: {
    lead: 'Brukarråd, brukarorganisasjonar og andre som talar for brukarane: kva dei er spurde om, og kva dei svara.',
    who: 'Kven',
    what: 'Kva dei er spurde om',
    asked: 'spurt {{day}}',
    answer: 'Svar',
    waits: 'Svarfrist {{day}}',
    overdue: 'over fristen',
    consequence: 'Det førte til',
    empty: 'Her står kva brukarar er spurde om, og kva dei svara.',
  },
});

type Hearing = Read<'/v1/cooperation/hearings'>['hearings'][number];
const asking: Step = {
  operation: 'Cooperation_askUserBody',
  first: ['body', 'bodyName', 'matter', 'answerBy', 'askedOn'],
};
const stepsOf = ({ matterId, endedOn }: Hearing): readonly Step[] =>
  endedOn === null
    ? [
        {
          operation: 'Cooperation_answer',
          params: { matterId },
          first: ['standpoint', 'answer', 'consequence', 'answeredOn'],
        },
      ]
    : [];

/** Those who speak for users, on what concerns many (U21). */
export function Hearings() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('CASEWORKER', 'LEADER');
  const read = useRead('/v1/cooperation/hearings', { params: { query: { limit: 200 } } });
  return (
    <Part read={read} lead={say('lead')}>
      {({ hearings }) => (
        <>
          <div className="row no-print">
            <DownloadButtons path="/v1/cooperation/hearings" variant="tertiary" />
          </div>
          <RecordList
            label={say('what')}
            rows={hearings}
            keyOf={({ matterId }) => matterId}
            nameOf={({ bodyName }) => textOf(bodyName)}
            empty={say('empty')}
            historyOf={({ matterId }) => ({ what: 'samarbeid', id: matterId })}
            columns={[
              {
                title: say('who'),
                show: ({ bodyName, body }) => (
                  <>
                    <strong>{textOf(bodyName)}</strong>
                    {body !== null && <span className="under">{capital(label('userBody', body))}</span>}
                  </>
                ),
              },
              {
                title: say('what'),
                show: ({ matter, begunOn }) => (
                  <>
                    <span className="keep-lines">{textOf(matter)}</span>
                    <span className="under">{say('asked', { day: fullDay(begunOn) })}</span>
                  </>
                ),
              },
              {
                title: say('answer'),
                show: ({ standpoint, answer, dueOn, isOverdue }) =>
                  standpoint === null ? (
                    <>
                      {dueOn !== null && say('waits', { day: fullDay(dueOn) })}
                      {isOverdue && <strong className="line">{say('overdue')}</strong>}
                    </>
                  ) : (
                    <>
                      {capital(label('standpoint', standpoint))}
                      <span className="under keep-lines">{textOf(answer)}</span>
                    </>
                  ),
              },
              {
                title: say('consequence'),
                show: ({ consequence }) => <span className="keep-lines">{textOf(consequence)}</span>,
              },
            ]}
            {...(mayChange && { add: asking, stepsOf })}
          />
        </>
      )}
    </Part>
  );
}
