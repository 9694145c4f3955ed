import { specOf } from '#event-sourcing/testing/spec-of';
import type { ConsentScope } from '../codes.js';
import { isLive } from '../consent.js';
import { coordinationDecider } from '../decide.js';
import { consent, intent, narrowing, withdrawal } from '../facts.testing.js';

const { rows, stateAfter } = specOf(coordinationDecider);
const until = { validUntil: '2026-12-31' };
const another = { consentId: 'consent-2' };
const today = { givenOn: '2026-03-02', validUntil: '2026-03-02' };
const guardian = { givenBy: 'GUARDIAN' } as const;
const first = { ...guardian, givenById: 'party-1' };
const second = { ...guardian, givenById: 'party-2' };
const incapable = { onBehalfReason: 'Kan ikke selv ta stilling til det.' };
const plan = { scopes: ['PLAN'] } satisfies { readonly scopes: readonly ConsentScope[] };
const earlier = { givenOn: '2026-01-09' };
const paper = { documentDigest: 'ab'.repeat(32) };
const all = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'] as const;
const whole = { scopes: all, withdrawnBy: 'SUBJECT' } as const;

describe('A consent', () => {
  rows(intent.consent, [
    ['is recorded with its scopes and days (U2, F18)', [], until, [consent(until)]],
    ['A6 records nothing where the same giver gave it already', [consent()], another, []],
    ['A6 records nothing for a shorter time', [consent()], { ...another, ...until }, []],
    ['stands beside one of more', [consent()], { ...another, ...plan }, [consent({ ...another, ...plan })]],
    [
      'stands beside one of another giver',
      [consent()],
      { ...another, ...guardian },
      [consent({ ...another, ...guardian })],
    ],
    ['stands beside one of less', [consent(plan)], another, [consent(another)]],
    ['stands beside one that holds for a shorter time', [consent(until)], another, [consent(another)]],
    [
      'stands beside one given later',
      [consent()],
      { ...another, ...earlier },
      [consent({ ...another, ...earlier })],
    ],
    [
      'stands beside one without a document',
      [consent()],
      { ...another, ...paper },
      [consent({ ...another, ...paper })],
    ],
    ['records nothing beside one with a document', [consent(paper)], { ...another, ...paper }, []],
    ['is given again after it was withdrawn', [consent(), withdrawal()], another, [consent(another)]],
    ['may be given today and end today', [], today, [consent(today)]],
    ['is not given by somebody surely under 16 (pbrl §§ 4-3, 4-4)', [], { birthYear: 2011 }, 'under-16'],
    ['is given by a guardian then', [], { ...guardian, birthYear: 2011 }, [consent(guardian)]],
    ['is given by somebody who may be 16', [], { birthYear: 2010 }, [consent()]],
    ['is given by somebody who is 16', [], { birthYear: 1950 }, [consent()]],
    [
      'D6 is not given by somebody whose 16th birthday is to come that year',
      [],
      { birthYear: 2010, birthDate: '2010-01-11' },
      'under-16',
    ],
    [
      'D6 is given by somebody who has turned 16',
      [],
      { birthYear: 2010, birthDate: '2010-01-10' },
      [consent()],
    ],
    [
      'D6 is not given by a guardian of one who is of age to consent',
      [],
      { ...guardian, birthDate: '2010-01-10' },
      'consents-alone',
    ],
    [
      'D6 is then given by a guardian with a reason',
      [],
      { ...guardian, ...incapable, birthDate: '1950-01-10' },
      [consent({ ...guardian, ...incapable })],
    ],
    [
      'D6 is given by a guardian until the day before',
      [],
      { ...guardian, birthDate: '2010-01-11' },
      [consent(guardian)],
    ],
    ['D9 names who gave it', [], first, [consent(first)]],
    [
      'D9 of one guardian stands beside that of the other',
      [consent(first)],
      { ...another, ...second },
      [consent({ ...another, ...second })],
    ],
    ['D9 records nothing where the same guardian gave it', [consent(first)], { ...another, ...first }, []],
    [
      'D9 is given by one of the guardians who are recorded',
      [],
      { ...first, guardians: ['party-1', 'party-2'] },
      [consent(first)],
    ],
    ['D9 is given by nobody else as one', [], { ...first, guardians: ['party-2'] }, 'not-guardian'],
    ['D9 is not given by the person under the name of another', [], { givenById: 'party-1' }, 'not-another'],
    ['D9 names somebody registered', [], { ...first, partyIsKnown: false }, 'unknown-party'],
    ['is refused with no scope', [], { scopes: [] }, 'consent-scopes'],
    ['is refused with a scope twice', [], { scopes: ['PLAN', 'PLAN'] }, 'consent-scopes'],
    ['is refused with a day ahead', [], { givenOn: '2026-03-03' }, 'date-ahead'],
    ['is refused with a day in another century', [], { givenOn: '1826-03-02' }, 'date-too-early'],
    ['is refused with an end before its beginning', [], { validUntil: '2026-01-09' }, 'date-order'],
  ]);

  it('holds from the day it is given to its last day, or to the day before it is withdrawn', () => {
    const held = { scopes: ['PLAN', 'SHARE'] as const, givenOn: '2026-01-10', withdrawn: [] };
    const short = { ...held, validUntil: '2026-02-10' };
    expect(
      ['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map((day) => isLive(short, 'PLAN', day)),
    ).toEqual([false, true, true, false]);
    const taken = { ...held, withdrawn: [{ scope: 'PLAN' as const, withdrawnOn: '2026-01-20' }] };
    expect(['2026-01-19', '2026-01-20'].map((day) => isLive(taken, 'PLAN', day))).toEqual([true, false]);
    expect(isLive(taken, 'SHARE', '2026-01-20')).toBe(true);
    expect(isLive({ ...held, validUntil: null }, 'PLAN', '2046-01-10')).toBe(true);
    expect(isLive(held, 'COORDINATOR', '2026-01-20')).toBe(false);
  });
});

describe('The withdrawal of a consent', () => {
  const taken = [consent(), withdrawal()];
  rows(intent.withdraw, [
    ['A6 says whose it is and of what', [consent()], {}, [withdrawal(whole)]],
    ['A6 may be of a part', [consent()], plan, [withdrawal({ ...whole, ...plan })]],
    [
      'A6 is of what still holds',
      [consent(), withdrawal({ ...whole, ...plan })],
      {},
      [withdrawal({ ...whole, scopes: ['REGISTER', 'COORDINATOR', 'SHARE'] })],
    ],
    [
      'A6 names who took it back',
      [consent()],
      { withdrawnBy: 'GUARDIAN' },
      [withdrawal({ ...whole, withdrawnBy: 'GUARDIAN' })],
    ],
    [
      'is of nothing that the consent does not cover',
      [consent(plan)],
      { scopes: ['SHARE'] },
      'consent-scopes',
    ],
    [
      'is of no part that was withdrawn',
      [consent(), withdrawal({ ...whole, ...plan })],
      plan,
      'consent-not-live',
    ],
    [
      'A6 is recorded once for all of a giver’s',
      [consent(plan), consent(another), withdrawal({ ...whole, ...plan })],
      { ...another, ...plan },
      'consent-not-live',
    ],
    ['is recorded once', taken, {}, 'consent-not-live'],
    ['is recorded once, whatever its day', taken, { withdrawnOn: '2026-02-10' }, 'consent-not-live'],
    [
      'D9 is in the name of who gave it unless told',
      [consent(first)],
      {},
      [withdrawal({ ...whole, withdrawnBy: 'GUARDIAN', withdrawnById: 'party-1' })],
    ],
    ['needs a consent', [], {}, 'no-such-consent'],
    ['needs a consent that had not run out', [consent({ validUntil: '2026-02-01' })], {}, 'consent-not-live'],
    ['is not before it was given', [consent()], { withdrawnOn: '2026-01-09' }, 'date-order'],
    ['does not lie ahead of today', [consent()], { withdrawnOn: '2026-03-03' }, 'date-ahead'],
  ]);

  it('A6 ends every consent of the same giver to the same, and of nobody else', () => {
    const { consents } = stateAfter(
      consent(plan),
      consent(another),
      consent({ consentId: 'consent-3', ...guardian }),
      withdrawal({ ...whole, ...plan }),
    );
    const holding = (day: string) =>
      consents.filter((one) => isLive(one, 'PLAN', day)).map(({ consentId }) => consentId);
    expect(holding('2026-02-19')).toEqual(['consent-1', 'consent-2', 'consent-3']);
    expect(holding('2026-02-20')).toEqual(['consent-3']);
    expect(consents.filter((one) => isLive(one, 'SHARE', '2026-02-20'))).toHaveLength(2);
  });

  it('D9 of one guardian leaves the other’s as it is', () => {
    const { consents } = stateAfter(
      consent(first),
      consent({ ...another, ...second }),
      consent({ consentId: 'consent-3', ...first, ...plan }),
      withdrawal({ ...whole, withdrawnBy: 'GUARDIAN', withdrawnById: 'party-1' }),
    );
    const holding = consents.filter((one) => isLive(one, 'PLAN', '2026-03-02'));
    expect(holding.map(({ givenById }) => givenById)).toEqual(['party-2']);
  });

  it('D7 ends one of before that is typed in after it, and none given from that day on', () => {
    const after = (givenOn: string) =>
      stateAfter(consent(), withdrawal(whole), consent({ ...another, givenOn })).consents.filter((one) =>
        isLive(one, 'PLAN', '2026-03-02'),
      );
    expect(after('2026-02-19')).toEqual([]);
    expect(after('2026-02-20')).toMatchObject([{ consentId: 'consent-2' }]);
  });

  it('ended one consent alone where an older entry does not say of what', () => {
    const { consents } = stateAfter(consent(), consent(another), withdrawal());
    expect(consents.filter((one) => isLive(one, 'PLAN', '2026-03-02'))).toMatchObject([
      { consentId: 'consent-2' },
    ]);
  });
});

describe('The narrowing of a consent', () => {
  const both = ['party-1', 'party-2'];
  const shared = consent({ recipientIds: both, sections: ['GOALS', 'MEASURES'], ...until });
  const own = { narrowedBy: 'SUBJECT' } as const;
  const less = { validUntil: '2026-06-30', recipientIds: ['party-1'], sections: ['GOALS'] } as const;
  rows(intent.narrow, [
    [
      'F18 is to a shorter time, fewer recipients and fewer sections',
      [shared],
      less,
      [narrowing({ ...less, ...own })],
    ],
    ['F18 is of what had no limit', [consent()], less, [narrowing({ ...less, ...own })]],
    [
      'D9 is in the name of who gave it unless told',
      [consent(first)],
      until,
      [narrowing({ ...until, narrowedBy: 'GUARDIAN', narrowedById: 'party-1' })],
    ],
    [
      'names who narrowed it',
      [consent()],
      { ...until, narrowedBy: 'GUARDIAN' },
      [narrowing({ ...until, narrowedBy: 'GUARDIAN' })],
    ],
    ['is refused where nothing is told', [shared], {}, 'consent-not-narrower'],
    ['is to no later day', [shared], { validUntil: '2027-01-01' }, 'consent-not-narrower'],
    ['is to nobody else', [shared], { recipientIds: ['party-3'] }, 'consent-not-narrower'],
    ['leaves fewer than before', [shared], { recipientIds: both }, 'consent-not-narrower'],
    ['is to no other section', [shared], { sections: ['NEEDS'] }, 'consent-not-narrower'],
    ['is less in each that is told', [shared], { ...less, validUntil: '2027-01-01' }, 'consent-not-narrower'],
    ['leaves somebody', [shared], { recipientIds: [] }, 'consent-scopes'],
    ['names each once', [shared], { sections: ['GOALS', 'GOALS'] }, 'consent-scopes'],
    [
      'of whom it is shared with is of a consent to share',
      [consent(plan)],
      { recipientIds: ['party-1'] },
      'consent-scopes',
    ],
    ['needs a consent', [], less, 'no-such-consent'],
    ['needs one that holds', [shared, withdrawal(whole)], less, 'consent-not-live'],
    [
      'of the sharing needs that this still holds',
      [shared, withdrawal({ ...whole, scopes: ['SHARE'] })],
      { recipientIds: ['party-1'] },
      'consent-not-live',
    ],
    ['is not before it was given', [shared], { ...less, narrowedOn: '2026-01-09' }, 'date-order'],
    ['is not ahead of today', [shared], { ...less, narrowedOn: '2026-03-03' }, 'date-ahead'],
    ['ends nothing before its own day', [shared], { validUntil: '2026-02-19' }, 'date-order'],
    ['may be narrowed again', [shared, narrowing({ ...less, ...own })], until, 'consent-not-narrower'],
    [
      'names somebody registered',
      [shared],
      { recipientIds: ['party-1'], partyIsKnown: false },
      'unknown-party',
    ],
  ]);

  it('F18 ends the consent earlier, takes nothing of before, and leaves every other as it is', () => {
    const { consents } = stateAfter(shared, consent(another), narrowing({ ...less, ...own }));
    const [narrowed, other] = consents;
    expect(narrowed).toMatchObject(less);
    expect(other).not.toHaveProperty('recipientIds');
    const holding = ['2026-01-10', '2026-06-30', '2026-07-01'].map((day) =>
      consents.filter((one) => isLive(one, 'SHARE', day)).map(({ consentId }) => consentId),
    );
    expect(holding).toEqual([['consent-1', 'consent-2'], ['consent-1', 'consent-2'], ['consent-2']]);
  });
});
