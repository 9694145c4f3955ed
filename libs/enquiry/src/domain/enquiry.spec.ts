import { specOf } from '#event-sourcing/testing/spec-of';
import type { Deciding } from '#vocabulary';
import { enquiryDecider } from './decide.js';
import { fact, intent } from './example-enquiry.testing.js';

const { given, rows } = specOf(enquiryDecider);
const received = [fact.received()];
const closed = [fact.received(), fact.closed()];

describe('an enquiry (H7, U5, S1)', () => {
  rows(intent.receive, [
    ['is received from anyone, whichever way', [], {}, received],
    [
      'comes from an outside service as a message with an id of its own',
      [],
      { channel: 'E_MESSAGE', sourceType: 'OUTSIDE_SERVICE', messageReference: 'MSG-1' },
      [fact.received({ channel: 'E_MESSAGE', sourceType: 'OUTSIDE_SERVICE', messageReference: 'MSG-1' })],
    ],
    [
      'may be about somebody in the register',
      [],
      { subjectId: 'subject-1' },
      [fact.received({ subjectId: 'subject-1' })],
    ],
    [
      'is about nobody who is not there',
      [],
      { subjectId: 'subject-1', asked: { subjectIsKnown: false } },
      'no-such-subject',
    ],
    [
      'is of a target group that the profile names (S12)',
      [],
      { asked: { targetGroups: ['USER'] } },
      'other-target-group',
    ],
    [
      'is of somebody else anywhere (S12)',
      [],
      { sourceType: 'OTHER', asked: { targetGroups: ['USER'] } },
      [fact.received({ sourceType: 'OTHER' })],
    ],
    ['is received once', received, {}, 'already-received'],
    ['is not received ahead of today', [], { receivedOn: '2026-03-03' }, 'date-ahead'],
  ]);
});

describe('the answer to an enquiry', () => {
  rows(intent.answer, [
    ['is recorded', received, {}, [fact.answered()]],
    ['may be followed by another', [...received, fact.answered()], {}, [fact.answered()]],
    ['may name a contact card', received, { cardId: 'card-1' }, [fact.answered({ cardId: 'card-1' })]],
    [
      'names no card that is not there',
      received,
      { cardId: 'card-1', asked: { cardIsKnown: false } },
      'no-such-contact-card',
    ],
    ['needs an enquiry', [], {}, 'no-such-enquiry'],
    ['does not come before it', received, { answeredOn: '2026-02-01' }, 'date-order'],
    ['may be typed in after the closing', closed, {}, [fact.answered()]],
    ['is not given after the closing', closed, { answeredOn: '2026-02-11' }, 'enquiry-closed'],
  ]);
});

describe('a referral to the contact card (U11)', () => {
  rows(intent.refer, [
    ['is recorded', received, {}, [fact.referred()]],
    ['needs a card', received, { asked: { cardIsKnown: false } }, 'no-such-contact-card'],
    ['needs an enquiry', [], {}, 'no-such-enquiry'],
  ]);
});

describe('passing an enquiry on', () => {
  rows(intent.passOn, [
    ['is recorded', received, {}, [fact.passedOn()]],
    ['may follow an answer', [...received, fact.answered()], {}, [fact.passedOn()]],
    ['ends with the closing', closed, { passedOn: '2026-02-11' }, 'enquiry-closed'],
  ]);
});

describe('an enquiry that becomes a case', () => {
  rows(intent.becomeCase, [
    ['names it', received, {}, [fact.becameCase()]],
    ['names it once', [...received, fact.becameCase()], {}, []],
    [
      'may become another as well',
      [...received, fact.becameCase()],
      { caseId: 'case-2' },
      [fact.becameCase({ caseId: 'case-2' })],
    ],
    [
      'may become one after its closing',
      closed,
      { becameOn: '2026-02-20' },
      [fact.becameCase({ becameOn: '2026-02-20' })],
    ],
    ['names a case that is there', received, { asked: { caseIsKnown: false } }, 'no-such-case'],
  ]);
});

describe('the closing of an enquiry', () => {
  rows(intent.close, [
    ['is recorded without any case: not every enquiry becomes one', received, {}, [fact.closed()]],
    ['for another reason says which', received, { reasonCode: 'OTHER' }, 'reason-missing'],
    ['comes once', closed, { closedOn: '2026-02-11' }, 'enquiry-closed'],
  ]);

  it('is taken back by marking it as recorded in error', () => {
    const [annulled] = given(...closed)
      .when(intent.annul('e1'))
      .facts();
    given(...closed, annulled!)
      .when(intent.answer({ answeredOn: '2026-02-20' }))
      .then(fact.answered({ answeredOn: '2026-02-20' }));
  });
});

describe('a wrong entry of an enquiry', () => {
  it('is put right where what came of it still fits', () => {
    given(fact.received(), fact.answered())
      .when(intent.correct('e0', { receivedOn: '2026-02-05' }))
      .thenRejected('enquiry/rests-on', ['e1']);
    given(fact.received(), fact.answered())
      .when(intent.correct('e0', { receivedOn: '2026-02-01' }))
      .then({
        type: 'EnquiryReceivedCorrected',
        data: {
          corrects: 'e0',
          enquiryId: 'enquiry-1',
          changed: { receivedOn: '2026-02-01' },
          reason: 'Tastefeil',
        },
      });
  });
});

describe('the disposal of the texts of an enquiry', () => {
  const answered = [fact.received(), fact.answered()];
  const by = (differs: object) => ({
    asked: {
      disposal: {
        by: { known: true, entitled: true, since: '2020-01-01T00:00:00.000Z', ...differs } as Deciding,
        open: [],
        caseIds: [],
      },
    },
  });
  const openCase = { eventId: 'x', type: 'ApplicationReceived', stream: 'case-1576.case-1' };
  const whileOpen = { asked: { disposal: { ...by({}).asked.disposal, open: [openCase] } } };

  rows(intent.requestDisposal, [
    ['is asked for', answered, {}, [fact.disposalRequested()]],
    [
      'is asked for again by another',
      [...answered, fact.disposalRequested()],
      {},
      [fact.disposalRequested()],
    ],
    ['waits until it is answered', received, {}, 'still-waits'],
    ['waits again where it was passed on', [...answered, fact.passedOn()], {}, 'still-waits'],
    ['does not wait for who has it after the closing', closed, {}, [fact.disposalRequested()]],
    ['needs an enquiry', [], {}, 'no-such-enquiry'],
    ['is asked for by somebody known', answered, by({ known: false }), 'unknown-party'],
    ['is asked for by staff with a login', answered, by({ entitled: false }), 'not-entitled'],
    ['has a legal basis that is known', answered, { legalBasis: 'ANY' }, 'legal-basis-unknown'],
    ['is not asked for while a case of it is open', answered, whileOpen, 'rests-on'],
  ]);

  const requested = [...answered, fact.disposalRequested()];
  rows(intent.confirmDisposal, [
    ['is confirmed by another', requested, {}, [fact.disposed('e2')]],
    ['is asked for first', answered, {}, 'not-requested'],
    ['takes two persons', requested, { confirmedBy: 'party-1' }, 'two-persons'],
    [
      'is confirmed by whoever was there before it was asked for',
      requested,
      by({ since: '2027-01-01T00:00:00.000Z' }),
      'two-persons',
    ],
    ['is not confirmed while a case of it is open', requested, whileOpen, 'rests-on'],
    ['is not confirmed once it waits again', [...requested, fact.passedOn()], {}, 'still-waits'],
    ['is confirmed once', [...requested, fact.disposed('e2')], {}, []],
    [
      'is not confirmed where it went on in a case that nobody looked at',
      [...answered, fact.becameCase(), fact.disposalRequested()],
      {},
      'became-case',
    ],
    [
      'is asked for anew where it went on in a case since',
      [...requested, fact.becameCase()],
      { asked: { disposal: { ...by({}).asked.disposal, caseIds: ['case-1'] } } },
      'not-requested',
    ],
  ]);

  it('leaves nothing to record, put right or take back', () => {
    const gone = given(...requested, fact.disposed('e2'));
    for (const what of [
      intent.answer(),
      intent.requestDisposal(),
      intent.correct('e0', { receivedOn: '2026-02-01' }),
      intent.annul('e3'),
    ]) {
      gone.when(what).thenRejected('enquiry/disposed');
    }
  });

  it('is asked for no more once the asking is marked as recorded in error', () => {
    const [annulled] = given(...requested)
      .when(intent.annul('e2'))
      .facts();
    given(...requested, annulled!)
      .when(intent.confirmDisposal())
      .thenRejected('enquiry/not-requested');
  });
});
