import { Link } from '@tanstack/react-router';
import { decisionsOf, decisionsSince } from '../../complaints/decisions-of.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useComplaintPage } from './complaint-context.js';
import { ComplaintSection } from './section.js';

const useText = texts('complaint-reconsideration', {
  nb: {
    title: 'Ny vurdering',
    waits:
      'Den som avgjorde, vurderer saken på nytt. Der enheten avgjør selv, må en annen gjøre det enn den som skrev inn avgjørelsen.',
    outcome: 'Kommunen kom til',
    decision: 'Den nye avgjørelsen',
    reason: 'Begrunnelse',
    forwarded: 'Sendt til statsforvalteren',
    copy: 'Kopi sendt klageren',
    statement: 'Det kommunen skrev',
    amendFirst:
      'Endrer dere svaret, må avgjørelsen omgjøres i saken først. Så velger dere den nye avgjørelsen her.',
    amend: 'Omgjør avgjørelsen i saken',
  },
  nn: {
    title: 'Ny vurdering',
    waits:
      'Den som avgjorde, vurderer saka på nytt. Der eininga avgjer sjølv, må ein annan gjere det enn den som skreiv inn avgjerda.',
    outcome: 'Kommunen kom til',
    decision: 'Den nye avgjerda',
    reason: 'Grunngiving',
    forwarded: 'Send til statsforvaltaren',
    copy: 'Kopi send klagaren',
    statement: 'Det kommunen skreiv',
    amendFirst: 'Endrar de svaret, må avgjerda gjerast om i saka først. Så vel de den nye avgjerda her.',
    amend: 'Gjer om avgjerda i saka',
  },
});

/** What the municipality came to when it looked at the matter anew, and what it sent to the county governor. */
export function ReconsiderationSection() {
  const say = useText();
  const label = useLabel();
  const { of, ofCase, opened } = useComplaintPage();
  const { reconsideration, reconsideredOn, reconsideredBy, reconsiderationReason, changedByDecisionId } = of;
  const changed = ofCase && decisionsOf(ofCase).find(({ decisionId }) => decisionId === changedByDecisionId);
  return (
    <ComplaintSection
      name="reconsideration"
      title={say('title')}
      isEmpty={reconsideredOn === null}
      lead={opened?.operation === 'ComplaintHandling_reconsider' ? <AmendFirst /> : undefined}
    >
      {of.status === 'ASSESSED' && <p className="quiet">{say('waits')}</p>}
      <Facts
        rows={[
          reconsideration !== null &&
            reconsideredOn !== null && [
              say('outcome'),
              joined(
                capital(label('complaintReconsideration', reconsideration)),
                reconsideredBy !== null && label('deciderBody', reconsideredBy),
                fullDay(reconsideredOn),
              ),
            ],
          changed !== undefined && [say('decision'), fullDay(changed.decidedOn)],
          reconsiderationReason !== null && [
            say('reason'),
            <p key="reason" className="keep-lines">
              {textOf(reconsiderationReason)}
            </p>,
          ],
          of.forwardedOn !== null && [
            say('forwarded'),
            joined(
              fullDay(of.forwardedOn),
              of.forwardedByChannel !== null && label('channel', of.forwardedByChannel),
            ),
          ],
          of.copySentOn !== null && [say('copy'), fullDay(of.copySentOn)],
          of.statement !== null && [
            say('statement'),
            <p key="statement" className="keep-lines">
              {textOf(of.statement)}
            </p>,
          ],
        ]}
      />
    </ComplaintSection>
  );
}

/** What is changed of a decision is decided in its case. */
function AmendFirst() {
  const say = useText();
  const { of, ofCase } = useComplaintPage();
  if (of.decisionId === null || of.caseId === null || ofCase === undefined) return null;
  if (decisionsSince(ofCase, of.decisionId).length > 0) return null;
  return (
    <>
      {say('amendFirst')}{' '}
      <Link to="/sak/$caseId" params={{ caseId: of.caseId }} search={{ steg: 'Cases_amend' }}>
        {say('amend')}
      </Link>
    </>
  );
}
