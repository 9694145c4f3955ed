import { specOf } from '#event-sourcing/testing/spec-of';
import { followUpDecider } from './decide.js';
import { fact, intent } from './example-follow-up.testing.js';

const { given, rows } = specOf(followUpDecider);

const called = [fact.called()];
const invited = [...called, fact.invited()];
const held = [...invited, fact.held()];
const promised = [fact.promised()];

describe('a coordination meeting', () => {
  rows(intent.call, [
    ['is called with the person and whoever coordinates (A11, F22)', [], {}, called],
    ['is called once', called, {}, 'already-called'],
    ['is not called for after it took place', [], { meetsOn: '2026-02-01' }, 'date-order'],
    ['needs a coordinator', [], { asked: { coordinatorIds: [] } }, 'no-coordinator'],
    ['needs a consent to one', [], { asked: { mayCoordinate: false } }, 'no-consent'],
    ['is not called for the dead', [], { asked: { deathToldOn: '2026-02-01' } }, 'deceased'],
    [
      'says where the person did not want to prepare it (F16)',
      [],
      { preparedWithPerson: 'DECLINED' },
      [fact.called({ preparedWithPerson: 'DECLINED' })],
    ],
  ]);
  rows(intent.move, [
    ['is moved', called, {}, [fact.moved()]],
    ['is moved ahead', called, { meetsOn: '2026-02-09' }, 'date-order'],
    ['that was held is not moved', held, {}, 'meeting-held'],
    ['that is not there is not moved', [], {}, 'no-such-meeting'],
  ]);
  rows(intent.cancel, [
    ['is cancelled', called, {}, [fact.cancelled()]],
    ['is cancelled once', [...called, fact.cancelled()], {}, 'meeting-cancelled'],
  ]);
});

describe('an invitation', () => {
  rows(intent.invite, [
    ['calls somebody in for a matter', called, {}, [fact.invited()]],
    ['needs a consent to sharing', called, { asked: { mayShare: false } }, 'no-consent'],
    ['is not for whoever coordinates', called, { partyId: 'party-7' }, 'takes-part-anyway'],
    ['is sent once to each', invited, { invitationId: 'invitation-2' }, 'already-invited'],
    ['names somebody', called, { partyId: undefined }, 'whom-to-invite'],
    ['names one only', called, { name: 'Tiril Prøvesen' }, 'whom-to-invite'],
    [
      'may go to whoever is not registered',
      called,
      { partyId: undefined, name: 'Tiril Prøvesen' },
      [fact.invited({ partyId: undefined, name: 'Tiril Prøvesen' })],
    ],
    ['goes out by the day of the meeting', called, { invitedOn: '2026-02-17' }, 'date-order'],
    ['is to somebody known', called, { partyIsKnown: false }, 'unknown-party'],
  ]);
});

describe('a meeting of professionals (F19)', () => {
  rows(intent.callProfessionals, [
    ['says why, and how the person was involved', [], {}, [fact.professional()]],
    [
      'may have the person in a part of it',
      [],
      { involvement: 'PRESENT' },
      [fact.professional({ involvement: 'PRESENT' })],
    ],
  ]);
  rows(intent.hold, [
    [
      'is held without the person having to be there',
      [fact.professional()],
      { meetingId: 'meeting-2', heldOn: '2026-02-20', participation: 'DECLINED', coordinatorsPresent: [] },
      [
        fact.held({
          meetingId: 'meeting-2',
          heldOn: '2026-02-20',
          participation: 'DECLINED',
          coordinatorsPresent: [],
        }),
      ],
    ],
  ]);
});

describe('the attendance', () => {
  rows(intent.hold, [
    [
      'says how the person took part',
      invited,
      { present: ['invitation-1'] },
      [fact.held({ present: ['invitation-1'] })],
    ],
    ['names those who were called in', called, { present: ['invitation-1'] }, 'not-invited'],
    ['has somebody who coordinates', called, { coordinatorsPresent: [] }, 'coordinator-missing'],
    ['has no other coordinator', called, { coordinatorsPresent: ['party-9'] }, 'not-coordinator'],
    ['names each once', invited, { present: ['invitation-1', 'invitation-1'] }, 'present-twice'],
    [
      'says why nobody was there for the person',
      called,
      { participation: 'ABSENT' },
      'say-why-without-person',
    ],
    [
      'tells the view of whoever said it beforehand',
      called,
      { participation: 'BY_WORD', participationNote: 'Vil bytte skole' },
      [fact.held({ participation: 'BY_WORD', participationNote: 'Vil bytte skole' })],
    ],
    ['is not of a meeting to come', called, { heldOn: '2026-03-03' }, 'date-ahead'],
  ]);
});

describe('the minutes', () => {
  rows(intent.delegate, [
    ['are delegated before the meeting', called, {}, [fact.delegated()]],
    [
      'are delegated after it',
      held,
      { delegatedOn: '2026-02-17' },
      [fact.delegated({ delegatedOn: '2026-02-17' })],
    ],
    [
      'are not delegated once written',
      [...held, fact.minutes()],
      { delegatedOn: '2026-02-18' },
      'minutes-written',
    ],
  ]);
  rows(intent.write, [
    ['are written after the meeting', held, {}, [fact.minutes()]],
    [
      'are by whom they were delegated to',
      [...called, fact.delegated(), fact.held()],
      {},
      [fact.minutes({ writtenById: 'party-8' })],
    ],
    [
      'are by nobody else',
      [...called, fact.delegated(), fact.held()],
      { writtenById: 'party-7' },
      'another-writes',
    ],
    ['are of a meeting that was held', called, {}, 'meeting-not-held'],
    ['are written once', [...held, fact.minutes()], {}, 'minutes-written'],
    ['are a text or a document', held, { text: undefined }, 'minutes-empty'],
  ]);
});

describe('a promise', () => {
  rows(intent.promise, [
    ['is made between meetings', [], {}, promised],
    [
      'names the meeting in which it was made',
      held,
      { meetingId: 'meeting-1' },
      [fact.promised({ meetingId: 'meeting-1' })],
    ],
    ['is made in no meeting to come', called, { meetingId: 'meeting-1' }, 'meeting-not-held'],
    [
      'may be a unit’s',
      [],
      { by: 'UNIT', partyId: undefined, unit: 'SCHOOL' },
      [fact.promised({ by: 'UNIT', partyId: undefined, unit: 'SCHOOL' })],
    ],
    [
      'may be the person’s own',
      [],
      { by: 'SUBJECT', partyId: undefined },
      [fact.promised({ by: 'SUBJECT', partyId: undefined })],
    ],
    ['is somebody’s', [], { partyId: undefined }, 'who-promises'],
    ['of the person names nobody else', [], { by: 'SUBJECT' }, 'who-promises'],
    ['is for a day to come', [], { dueOn: '2026-02-15' }, 'date-order'],
    ['is made once', promised, {}, 'already-promised'],
  ]);
  rows(intent.postpone, [
    ['is moved', promised, {}, [fact.postponed()]],
    ['is moved to another day', promised, { dueOn: '2026-02-27' }, 'moved-nowhere'],
    ['that is not there is not moved', [], {}, 'no-such-promise'],
  ]);
  rows(intent.keep, [
    ['is kept', promised, {}, [fact.kept()]],
    ['is kept once', [...promised, fact.kept()], {}, 'promise-ended'],
  ]);
  rows(intent.end, [
    ['is not kept, and why', promised, {}, [fact.ended()]],
    ['that was kept did not end so', [...promised, fact.kept()], {}, 'promise-ended'],
  ]);
});

describe('a note of contact', () => {
  rows(intent.note, [
    ['is taken (F15)', [], {}, [fact.noted()]],
    ['needs somebody who coordinates', [], { asked: { coordinatorIds: [] } }, 'no-coordinator'],
  ]);
});

describe('what was recorded in error', () => {
  it('is named with what rests on it', () => {
    given(fact.called({ id: 'call' }), fact.invited(), fact.held({ id: 'held' }))
      .when(intent.annul('call'))
      .thenRejected('follow-up/rests-on', ['e1', 'held']);
  });
  it('is taken back where nothing does', () => {
    given(fact.called(), fact.promised({ id: 'promise' }))
      .when(intent.annul('promise'))
      .facts();
  });
});
