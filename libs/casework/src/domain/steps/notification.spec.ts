import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import type { CaseFact } from '../events.js';
import { decided, fact, intent, prepared } from '../example-case.testing.js';

const { rows, stateAfter } = specOf(caseDecider);
const notified = [...decided, fact.notification()];

describe('notifying a decision', () => {
  const to = (recipient: 'GUARDIAN' | 'REPRESENTATIVE') => ({ recipients: [recipient] });
  const again = { dispatchId: 'dispatch-2', notifiedOn: '2026-02-26' };
  const copy = { ...again, recipients: ['COORDINATOR', 'NEXT_OF_KIN'] } as const;
  const guardian = (partyId: string) => ({ recipient: 'GUARDIAN' as const, partyId });
  const guardians = {
    recipients: ['GUARDIAN'] as const,
    recipientParties: [guardian('party-4'), guardian('party-5')],
  };
  const handedOver = { channel: 'IN_PERSON', documentDigest: 'ab'.repeat(32) } as const;
  rows(intent.notify, [
    ['is recorded, with how the answer went out (U12)', decided, {}, [fact.notification()]],
    ['may be to a guardian alone', decided, to('GUARDIAN'), [fact.notification(to('GUARDIAN'))]],
    [
      'may be to a representative alone',
      decided,
      to('REPRESENTATIVE'),
      [fact.notification(to('REPRESENTATIVE'))],
    ],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs a decision', prepared, {}, 'not-decided'],
    ['D3 is recorded as often as the answer is sent', notified, again, [fact.notification(again)]],
    ['D3 may be a copy to the coordinator afterwards (F24)', notified, copy, [fact.notification(copy)]],
    ['D3 may be to guardians by name', decided, guardians, [fact.notification(guardians)]],
    [
      'names each guardian once',
      decided,
      { ...guardians, recipientParties: [guardian('party-4'), guardian('party-4')] },
      'recipient-twice',
    ],
    [
      'names nobody but recipients',
      decided,
      { recipientParties: [guardian('party-4')] },
      'recipient-not-named',
    ],
    ['D6 is not in person without a document', decided, { channel: 'IN_PERSON' }, 'answer-not-written'],
    ['D6 may be in person with its document', decided, handedOver, [fact.notification(handedOver)]],
    ['is not before the decision', decided, { notifiedOn: '2026-02-19' }, 'date-order'],
    ['has happened', decided, { notifiedOn: '2026-03-03' }, 'date-ahead'],
    ['is not by telephone', decided, { channel: 'PHONE' }, 'answer-not-written'],
    ['is not to the coordinator alone', decided, { recipients: ['COORDINATOR'] }, 'applicant-not-notified'],
    ['is not to nobody', decided, { recipients: [] }, 'applicant-not-notified'],
    ['is once to each', decided, { recipients: ['SUBJECT', 'SUBJECT'] }, 'recipient-twice'],
  ]);
});

describe('a written answer that arrives', () => {
  rows(intent.deliver, [
    ['is recorded, with how it is known (inv. 8)', notified, {}, [fact.delivery()]],
    ['is one that went out', decided, {}, 'no-such-dispatch'],
    ['went to the recipient', notified, { recipient: 'GUARDIAN' }, 'not-addressed'],
    ['arrives once', [...notified, fact.delivery()], {}, 'already-delivered'],
    ['has not come back', [...notified, fact.comeback()], {}, 'already-returned'],
    ['is not there before it was sent', notified, { deliveredOn: '2026-02-22' }, 'date-order'],
    ['was not told of an earlier decision', [...notified, fact.amendment()], {}, 'no-such-dispatch'],
  ]);
});

describe('D3 a written answer that came back', () => {
  rows(intent.comeBack, [
    [
      'is recorded, also after it was assumed to be there',
      [...notified, fact.delivery()],
      {},
      [fact.comeback()],
    ],
    ['came back once', [...notified, fact.comeback()], {}, 'already-returned'],
    ['is one that went out', decided, {}, 'no-such-dispatch'],
    ['is not back before it was sent', notified, { returnedOn: '2026-02-22' }, 'date-order'],
  ]);

  const statusAfter = (...more: readonly CaseFact[]) => stateAfter(...notified, ...more).status;
  it('leaves the decision as not notified until it is sent again', () => {
    expect(statusAfter(fact.comeback())).toBe('decided');
    const again = fact.notification({ dispatchId: 'dispatch-2', notifiedOn: '2026-02-28' });
    expect(statusAfter(fact.comeback(), again)).toBe('notified');
  });
  it('changes nothing where it was the coordinator’s copy', () =>
    expect(statusAfter(fact.comeback({ recipient: 'COORDINATOR' }))).toBe('notified'));
  it('changes nothing while another guardian has it', () => {
    const recipientParties = ['party-4', 'party-5'].map((partyId) => ({
      recipient: 'GUARDIAN' as const,
      partyId,
    }));
    const to = fact.notification({ recipients: ['GUARDIAN'], recipientParties });
    const back = (partyId: string) => fact.comeback({ recipient: 'GUARDIAN', partyId });
    expect(stateAfter(...decided, to, back('party-4')).status).toBe('notified');
    expect(stateAfter(...decided, to, back('party-4'), back('party-5')).status).toBe('decided');
  });
});
