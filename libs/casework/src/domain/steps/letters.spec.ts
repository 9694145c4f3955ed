import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import type { CaseFact } from '../events.js';
import { decided, fact, intent, prepared } from '../example-case.testing.js';

const { rows, given, stateAfter } = specOf(caseDecider);
const issued: CaseFact[] = [...decided, fact.letter()];
const bySent = fact.notification({ letterId: 'letter-1', recipients: ['SUBJECT', 'COORDINATOR'] });
const sent: CaseFact[] = [...issued, bySent];

describe('a letter that is issued', () => {
  rows(intent.issueLetter, [
    ['is recorded, with its template and its document (F23)', decided, {}, [fact.letter()]],
    ['needs a case', [], {}, 'no-such-case'],
    ['tells an answer only where there is one', prepared, {}, 'not-decided'],
    ['tells the answer in force', decided, { decisionId: 'decision-9' }, 'letter-of-no-decision'],
    [
      'without its complaint section cannot be issued (inv. 9)',
      decided,
      { complaintWays: [] },
      'complaint-missing',
    ],
    ['cannot say of a right that there is none', decided, { complaintWays: ['NONE'] }, 'complaint-missing'],
    ['about anything else names no decision', decided, { matter: 'REQUEST' }, 'letter-of-no-decision'],
    [
      'about anything else is issued before any decision',
      prepared,
      { matter: 'REQUEST', decisionId: undefined, complaintWays: [] },
      [fact.letter({ matter: 'REQUEST', decisionId: undefined, complaintWays: [] })],
    ],
    ['sends no copy to its receiver', decided, { copyTo: ['SUBJECT'] }, 'recipient-twice'],
    ['bears no day before the decision', decided, { issuedOn: '2026-02-19' }, 'date-order'],
  ]);
});

describe('a letter with an answer that goes out', () => {
  rows(intent.sendLetter, [
    ['is that the decision is notified, in the same append (inv. 8)', issued, {}, [bySent]],
    [
      'goes to whom it names',
      [...decided, fact.letter({ recipient: 'GUARDIAN', recipientId: 'party-4', copyTo: [] })],
      {},
      [
        fact.notification({
          letterId: 'letter-1',
          recipients: ['GUARDIAN'],
          recipientParties: [{ recipient: 'GUARDIAN', partyId: 'party-4' }],
        }),
      ],
    ],
    [
      'may be handed over without a further document',
      issued,
      { channel: 'IN_PERSON' },
      [fact.notification({ letterId: 'letter-1', channel: 'IN_PERSON' })],
    ],
    ['was issued', decided, {}, 'no-such-letter'],
    ['goes by no e-mail', issued, { channel: 'EMAIL' }, 'not-by-letter'],
    ['goes by no telephone', issued, { channel: 'PHONE' }, 'not-by-letter'],
    ['is not sent while it is under way', sent, { dispatchId: 'dispatch-2' }, 'letter-under-way'],
    ['does not go out before it is issued', issued, { dispatchedOn: '2026-02-22' }, 'date-order'],
    [
      'is sent again once it came back (F24)',
      [...sent, fact.comeback()],
      { dispatchId: 'dispatch-2', dispatchedOn: '2026-02-28' },
      [fact.notification({ letterId: 'letter-1', dispatchId: 'dispatch-2', notifiedOn: '2026-02-28' })],
    ],
    [
      'says that the program lays it in the outbox',
      issued,
      { throughOutbox: true },
      [fact.notification({ letterId: 'letter-1', throughOutbox: true })],
    ],
    [
      'is not laid in the outbox when it is handed over',
      issued,
      { throughOutbox: true, channel: 'IN_PERSON' },
      'not-for-outbox',
    ],
    [
      'does not go out once the decision is amended',
      [...issued, fact.amendment({ amends: 'decision-1' })],
      { dispatchedOn: '2026-03-02' },
      'letter-outdated',
    ],
  ]);

  it('leaves the case decided and not notified until then, and again once it came back', () => {
    expect(stateAfter(...issued)).toMatchObject({ status: 'decided' });
    expect(stateAfter(...sent)).toMatchObject({ status: 'notified' });
    expect(stateAfter(...sent, fact.comeback())).toMatchObject({ status: 'decided' });
  });

  it('is not said to go through the outbox afterwards where it is no letter of this program', () => {
    given(...decided, fact.notification())
      .when(intent.correct(`e${decided.length}`, { throughOutbox: true }))
      .thenRejected('casework/not-for-outbox');
  });

  it('stays under its dispatch when the day of that is put right', () => {
    const [corrected] = given(...sent)
      .when(intent.correct(`e${sent.length - 1}`, { notifiedOn: '2026-02-24' }))
      .facts();
    given(...sent, corrected!)
      .when(intent.sendLetter({ dispatchId: 'dispatch-2' }))
      .thenRejected('casework/letter-under-way');
  });
});

describe('a letter with an answer that arrives or comes back', () => {
  rows(intent.deliverLetter, [
    ['is that the answer arrived', sent, {}, [fact.delivery()]],
    ['went out under that id', issued, {}, 'no-such-dispatch'],
  ]);
  rows(intent.letterBack, [
    ['is that the answer came back', sent, {}, [fact.comeback()]],
    ['went out before that', sent, { returnedOn: '2026-02-22' }, 'date-order'],
  ]);
});

describe('any other letter', () => {
  const request = fact.letter({
    matter: 'REQUEST',
    decisionId: undefined,
    complaintWays: [],
    issuedOn: '2026-02-10',
  });
  const written: CaseFact[] = [...prepared, request];
  const out: CaseFact[] = [...written, fact.letterSent()];
  rows(intent.sendLetter, [
    ['goes out by itself', written, {}, [fact.letterSent()]],
    ['goes through the outbox', written, { throughOutbox: true }, [fact.letterSent({ throughOutbox: true })]],
    [
      'is not laid there when it is handed over',
      written,
      { throughOutbox: true, channel: 'SERVICE_OFFICE' },
      'not-for-outbox',
    ],
  ]);
  rows(intent.deliverLetter, [['arrives', out, {}, [fact.letterDelivered()]]]);
  rows(intent.letterBack, [['comes back', out, {}, [fact.letterReturned()]]]);
  rows(intent.sendLetter, [
    [
      'may be sent again once it came back',
      [...out, fact.letterReturned()],
      { dispatchId: 'dispatch-2', dispatchedOn: '2026-02-28' },
      [fact.letterSent({ dispatchId: 'dispatch-2', dispatchedOn: '2026-02-28' })],
    ],
  ]);
});
