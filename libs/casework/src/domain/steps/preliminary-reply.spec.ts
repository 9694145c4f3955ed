import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const applied = [fact.application()];
const late = { sentOn: '2026-02-28' };

describe('a preliminary reply', () =>
  rows(intent.replyFirst, [
    ['tells whoever applied why it takes time, and until when', applied, {}, [fact.preliminaryReply()]],
    ['answers a need too', [fact.need()], {}, [fact.preliminaryReply()]],
    ['may come again', [...applied, fact.preliminaryReply()], late, [fact.preliminaryReply(late)]],
    [
      'may name no day',
      applied,
      { expectedOn: undefined },
      [fact.preliminaryReply({ expectedOn: undefined })],
    ],
    ['needs a case', [], {}, 'no-such-case'],
    ['goes to somebody', applied, { recipients: [] }, 'reply'],
    ['names each once', applied, { recipients: ['SUBJECT', 'SUBJECT'] }, 'reply'],
    ['comes after the application', applied, { sentOn: '2026-02-01' }, 'date-order'],
    ['names a day that is not past', applied, { expectedOn: '2026-02-05' }, 'date-order'],
    ['has been sent', applied, { sentOn: '2026-03-03' }, 'date-ahead'],
    ['is too late once there is an answer', decided, late, 'already-decided'],
    [
      'says nothing of somebody who was not asked',
      [fact.need({ subjectWishes: 'NOT_ASKED' })],
      {},
      'person-not-asked',
    ],
  ]));
