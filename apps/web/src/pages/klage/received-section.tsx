import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { decisionsOf } from '../../complaints/decisions-of.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useComplaintPage } from './complaint-context.js';
import { ComplaintSection } from './section.js';

const useText = texts('complaint-received', {
  nb: {
    title: 'Klagen',
    about: 'Gjelder',
    decision: 'Avgjørelsen',
    items: 'Av det den svarer på',
    dismissed: 'Klager på',
    theOther: 'klagen som ble avvist',
    way: 'Kom som',
    wroteDown: 'skrevet ned av {{who}}',
    received: 'Mottatt',
    sent: 'Sendt',
    first: 'Kom først til',
    counts: 'Den dagen teller.',
  },
  nn: {
    title: 'Klaga',
    about: 'Gjeld',
    decision: 'Avgjerda',
    items: 'Av det ho svarer på',
    dismissed: 'Klagar på',
    theOther: 'klaga som vart avvist',
    way: 'Kom som',
    wroteDown: 'skriven ned av {{who}}',
    received: 'Motteken',
    sent: 'Send',
    first: 'Kom først til',
    counts: 'Den dagen tel.',
  },
});

/** What is complained of, as it was said, and how it came. */
export function ReceivedSection() {
  const say = useText();
  const label = useLabel();
  const { of, ofCase } = useComplaintPage();
  const { receivedOn, sentOn, way, matters, items, text, firstOffice, firstOfficeOn, dismissedComplaintId } =
    of;
  const words = (list: string, codes: readonly string[]) =>
    capital(listOf(codes.map((code) => label(list, code))));
  const decision = ofCase && decisionsOf(ofCase).find(({ decisionId }) => decisionId === of.decisionId);
  return (
    <ComplaintSection
      name="received"
      title={say('title')}
      isEmpty={receivedOn === null && decision === undefined}
    >
      {text !== null && (
        <blockquote className="asked">
          <p className="keep-lines">{textOf(text)}</p>
        </blockquote>
      )}
      <Facts
        rows={[
          matters.length > 0 && [say('about'), words('complaintMatter', matters)],
          decision !== undefined && [
            say('decision'),
            joined(
              fullDay(decision.decidedOn),
              decision.decidedBy !== null && label('deciderBody', decision.decidedBy),
            ),
          ],
          items.length > 0 && [say('items'), words('item', items)],
          dismissedComplaintId !== null && [
            say('dismissed'),
            <Link key="dismissed" to="/klage/$complaintId" params={{ complaintId: dismissedComplaintId }}>
              {say('theOther')}
            </Link>,
          ],
          way !== null && [
            say('way'),
            joined(
              capital(label('complaintArrival', way)),
              of.writtenBy !== null && say('wroteDown', { who: textOf(of.writtenBy.name) }),
            ),
          ],
          sentOn !== null && [say('sent'), `${fullDay(sentOn)}. ${say('counts')}`],
          firstOffice !== null &&
            firstOfficeOn !== null && [
              say('first'),
              `${joined(label('firstOffice', firstOffice), fullDay(firstOfficeOn))}. ${sentOn === null ? say('counts') : ''}`,
            ],
          receivedOn !== null && [say('received'), fullDay(receivedOn)],
        ]}
      />
    </ComplaintSection>
  );
}
