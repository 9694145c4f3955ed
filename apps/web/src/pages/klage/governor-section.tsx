import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useComplaintPage } from './complaint-context.js';
import { ComplaintSection, StepsAbout } from './section.js';

const useText = texts('complaint-governor', {
  nb: {
    title: 'Statsforvalteren',
    asked: 'Ba om mer {{day}}',
    by: 'svar innen {{day}}',
    answered: 'Svart {{day}}',
    outcome: 'Avgjort',
    arrived: 'Kom til kommunen',
    complyBy: 'Følges opp innen',
    says: 'Det statsforvalteren skrev',
    complied: 'Fulgt opp',
    withdrawn: 'Trukket',
    by_whom: 'av {{who}}',
  },
  nn: {
    title: 'Statsforvaltaren',
    asked: 'Bad om meir {{day}}',
    by: 'svar innan {{day}}',
    answered: 'Svart {{day}}',
    outcome: 'Avgjord',
    arrived: 'Kom til kommunen',
    complyBy: 'Skal følgjast opp innan',
    says: 'Det statsforvaltaren skreiv',
    complied: 'Følgd opp',
    withdrawn: 'Trekt',
    by_whom: 'av {{who}}',
  },
});

/** What the county governor asked for and came to, what was done about it, and whether the complaint was withdrawn. */
export function GovernorSection() {
  const say = useText();
  const label = useLabel();
  const { of } = useComplaintPage();
  const { furtherRequests, outcome, decidedOn, arrivedOn, complyBy, outcomeReason, compliedOn, withdrawnOn } =
    of;
  return (
    <ComplaintSection
      name="governor"
      title={say('title')}
      isEmpty={furtherRequests.length === 0 && decidedOn === null && withdrawnOn === null}
    >
      <ul className="records">
        {furtherRequests.map(({ requestId, requestedOn, answerBy, request, answeredOn, answer }) => (
          <li key={requestId}>
            <strong>{say('asked', { day: fullDay(requestedOn) })}</strong>{' '}
            <span className="quiet">{answerBy !== null && say('by', { day: fullDay(answerBy) })}</span>
            <p className="keep-lines">{textOf(request)}</p>
            {answeredOn !== null && (
              <>
                <p className="quiet">{say('answered', { day: fullDay(answeredOn) })}</p>
                {answer !== null && <p className="keep-lines">{textOf(answer)}</p>}
              </>
            )}
            <StepsAbout id={requestId} />
          </li>
        ))}
      </ul>
      <Facts
        rows={[
          outcome !== null &&
            decidedOn !== null && [
              say('outcome'),
              joined(capital(label('complaintOutcome', outcome)), fullDay(decidedOn)),
            ],
          arrivedOn !== null && [say('arrived'), fullDay(arrivedOn)],
          complyBy !== null && [say('complyBy'), fullDay(complyBy)],
          outcomeReason !== null && [
            say('says'),
            <p key="says" className="keep-lines">
              {textOf(outcomeReason)}
            </p>,
          ],
          compliedOn !== null && [
            say('complied'),
            <>
              {fullDay(compliedOn)}
              {of.compliedWith !== null && <p className="keep-lines">{textOf(of.compliedWith)}</p>}
            </>,
          ],
          withdrawnOn !== null && [
            say('withdrawn'),
            <>
              {joined(
                fullDay(withdrawnOn),
                of.withdrawnBy !== null &&
                  say('by_whom', {
                    who: joined(textOf(of.withdrawer?.name), label('complainant', of.withdrawnBy)),
                  }),
              )}
              {of.withdrawalReason !== null && <p className="keep-lines">{textOf(of.withdrawalReason)}</p>}
            </>,
          ],
        ]}
      />
    </ComplaintSection>
  );
}
