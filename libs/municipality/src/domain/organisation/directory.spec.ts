import { specOf } from '#event-sourcing/testing/spec-of';
import { organisationDecider } from './decide.js';
import { fact, intent } from './example-organisation.testing.js';

const { rows } = specOf(organisationDecider);

describe('a service in the directory (U4, U22)', () => {
  rows(intent.list, [
    ['is listed', [], {}, [fact.listed()]],
    ['may be the health region’s', [], { level: 'HEALTH_REGION' }, [fact.listed({ level: 'HEALTH_REGION' })]],
  ]);
});

describe('the withdrawal of a service', () => {
  rows(intent.withdraw, [
    ['is recorded', [fact.listed()], {}, [fact.withdrawn()]],
    ['is of one that is there', [], {}, 'no-such-service'],
    ['comes once', [fact.listed(), fact.withdrawn()], {}, 'already-withdrawn'],
    ['does not come before it was offered', [fact.listed()], { withdrawnOn: '2025-12-31' }, 'date-order'],
  ]);
});

describe('a partner (H10)', () => {
  const partner = [fact.partner()];
  const over = [fact.partner(), fact.partnerEnded()];
  rows(intent.partner, [['is registered', [], {}, partner]]);
  rows(intent.contact, [
    ['is in contact with the unit', partner, {}, [fact.contact()]],
    ['must be there for a contact', [], {}, 'no-such-partner'],
    ['is in contact since the cooperation began', partner, { contactOn: '2025-12-31' }, 'date-order'],
    ['was in contact until its end, also typed in later', over, {}, [fact.contact()]],
    ['is in no contact after its end', over, { contactOn: '2026-02-21' }, 'partner-ended'],
  ]);
  rows(intent.endPartner, [
    ['ends', partner, {}, [fact.partnerEnded()]],
    ['ends once', over, {}, 'already-ended'],
  ]);
});

describe('for how long a class of records is kept', () => {
  rows(intent.keep, [
    ['is decided', [], {}, [fact.kept()]],
    ['may be for good', [], { months: undefined }, [fact.kept({ months: undefined })]],
    [
      'may hold from a day to come',
      [],
      { validFrom: '2027-01-01' },
      [fact.kept({ validFrom: '2027-01-01' })],
    ],
    ['is decided again', [fact.kept()], { months: 60 }, [fact.kept({ months: 60 })]],
  ]);
});
