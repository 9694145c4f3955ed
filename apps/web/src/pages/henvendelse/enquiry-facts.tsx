import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import type { Enquiry } from './enquiry-steps.js';

const useText = texts('enquiry-facts', {
  nb: {
    title: 'Det som er skrevet',
    came: 'Kom',
    caller: 'Fra',
    callback: 'Kan nås på',
    by: 'Skrevet inn av',
    unit: 'Skal svare',
    passed: 'Sendt videre',
    answer: 'Svar',
    informed: 'Informert om',
    referred: 'Vist til kontakten',
    cases: 'Går videre i',
    case: 'sak {{number}}',
    unnumbered: 'en sak uten nummer',
    closed: 'Avsluttet',
    disposed: 'Slettet',
    dispose: 'Kan slettes fra',
    reference: 'Melding',
  },
  nn: {
    title: 'Det som er skrive',
    came: 'Kom',
    caller: 'Frå',
    callback: 'Kan nåast på',
    by: 'Skriven inn av',
    unit: 'Skal svare',
    passed: 'Send vidare',
    answer: 'Svar',
    informed: 'Informert om',
    referred: 'Vist til kontakten',
    cases: 'Går vidare i',
    case: 'sak {{number}}',
    unnumbered: 'ei sak utan nummer',
    closed: 'Avslutta',
    disposed: 'Sletta',
    dispose: 'Kan slettast frå',
    reference: 'Melding',
  },
});

/** Who asked, what was answered, and where it went. */
export function EnquiryFacts({ of }: { readonly of: Enquiry }) {
  const say = useText();
  const label = useLabel();
  return (
    <section aria-labelledby="enquiry-facts">
      <h2 id="enquiry-facts">{say('title')}</h2>
      <Facts
        rows={[
          [say('came'), joined(fullDay(of.receivedOn), label('channel', of.channel))],
          [say('caller'), joined(textOf(of.callerName), label('targetGroup', of.sourceType))],
          of.callback !== null && [say('callback'), textOf(of.callback)],
          of.messageReference !== null && [say('reference'), textOf(of.messageReference)],
          [say('by'), textOf(of.registeredBy.name)],
          of.unit !== null && [say('unit'), capital(label('unit', of.unit))],
          of.passedOn !== null && [say('passed'), joined(fullDay(of.passedOn), textOf(of.passedOnMessage))],
          of.answeredOn !== null && [
            say('answer'),
            <>
              {joined(
                fullDay(of.answeredOn),
                of.answerChannel !== null && label('channel', of.answerChannel),
              )}
              {of.answer !== null && <p className="keep-lines">{textOf(of.answer)}</p>}
            </>,
          ],
          of.informedOf.length > 0 && [
            say('informed'),
            capital(of.informedOf.map((topic) => label('informationTopic', topic)).join(', ')),
          ],
          of.referredOn !== null && [say('referred'), fullDay(of.referredOn)],
          (of.cases ?? []).length > 0 && [
            say('cases'),
            <ul key="cases">
              {(of.cases ?? []).map(({ caseId, caseNumber, becameOn, status }) => (
                <li key={caseId}>
                  <Link to="/sak/$caseId" params={{ caseId }}>
                    {caseNumber === null ? say('unnumbered') : say('case', { number: caseNumber })}
                  </Link>{' '}
                  <span className="quiet">({joined(label('caseStatus', status), fullDay(becameOn))})</span>
                </li>
              ))}
            </ul>,
          ],
          of.closedOn !== null && [
            say('closed'),
            joined(
              fullDay(of.closedOn),
              of.closureReasonCode !== null && label('enquiryClosureReason', of.closureReasonCode),
              textOf(of.closureReason),
            ),
          ],
          of.disposedOn !== null
            ? [say('disposed'), fullDay(of.disposedOn)]
            : of.disposeFrom !== null && [say('dispose'), fullDay(of.disposeFrom)],
        ]}
      />
    </section>
  );
}
