import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import {
  annulled,
  corrected,
  disposed,
  intent,
  mergedInto,
  registered,
  related,
  relationEnded,
} from './example-person.testing.js';
import { isRelated } from './relation.js';

const { rows, given, stateAfter } = specOf(subjectDecider);
const person = [registered()];
const parent = { kind: 'PARENT' } as const;
const other = { relationId: 'relation-2', partyId: 'party-2' };
const again = { relationId: 'relation-2' };

describe('A relation (F11)', () => {
  rows(intent.relate, [
    ['is recorded with its day', person, {}, [related()]],
    [
      'may be told as a period',
      person,
      { validUntil: '2027-01-09' },
      [related({ validUntil: '2027-01-09' })],
    ],
    [
      'to a parent is with parental responsibility unless told otherwise',
      person,
      parent,
      [related({ ...parent, parentalResponsibility: true })],
    ],
    [
      'may be to a parent without it',
      person,
      { ...parent, parentalResponsibility: false },
      [related({ ...parent, parentalResponsibility: false })],
    ],
    ['is without it to anybody else', person, { parentalResponsibility: true }, 'not-a-parent'],
    ['stands beside another one’s', [...person, related()], other, [related(other)]],
    [
      'stands beside another of the same one',
      [...person, related()],
      { ...again, kind: 'NEXT_OF_KIN' },
      [related({ ...again, kind: 'NEXT_OF_KIN' })],
    ],
    ['is recorded once', [...person, related()], again, 'already-related'],
    [
      'is recorded once, also told of an earlier day',
      [...person, related()],
      { ...again, validFrom: '2020-01-01' },
      'already-related',
    ],
    [
      'may come again after it ended',
      [...person, related(), relationEnded()],
      { ...again, validFrom: '2026-02-20' },
      [related({ ...again, validFrom: '2026-02-20' })],
    ],
    [
      'may come again on the day on which one began and ended at once',
      [...person, related(), relationEnded({ endedOn: '2026-01-10' })],
      again,
      [related(again)],
    ],
    [
      'may be told of a time before',
      [...person, related()],
      { ...again, validFrom: '2020-01-01', validUntil: '2026-01-09' },
      [related({ ...again, validFrom: '2020-01-01', validUntil: '2026-01-09' })],
    ],
    ['does not end before it began', person, { validUntil: '2026-01-09' }, 'date-order'],
    ['has begun', person, { validFrom: '2026-03-03' }, 'date-ahead'],
    ['is to somebody registered', person, { partyIsKnown: false }, 'unknown-party'],
    ['is of a person who is there', [], {}, 'no-such-subject'],
    ['is not of a registration that was merged', [...person, mergedInto()], {}, 'merged'],
    ['is of nobody disposed of', [...person, disposed()], {}, 'disposed'],
  ]);

  it('holds from its first day to its last, or to the day before it ended', () => {
    const period = { validFrom: '2026-01-10', validUntil: '2026-02-28' };
    const held = (days: readonly string[], endedOn?: string) =>
      days.map((day) => isRelated({ ...period, endedOn }, day));
    expect(held(['2026-01-09', '2026-01-10', '2026-02-28', '2026-03-01'])).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(held(['2026-02-19', '2026-02-20'], '2026-02-20')).toEqual([true, false]);
  });
});

describe('The end of a relation (F11)', () => {
  const held = [...person, related()];
  rows(intent.endRelation, [
    ['is recorded with its reason', held, {}, [relationEnded()]],
    ['may be known ahead', held, { endedOn: '2026-06-01' }, [relationEnded({ endedOn: '2026-06-01' })]],
    ['may be of a registration that was merged', [...held, mergedInto()], {}, [relationEnded()]],
    ['is not before it began', held, { endedOn: '2026-01-09' }, 'date-order'],
    ['comes once', [...held, relationEnded()], {}, 'relation-ended'],
    ['is of one that is there', person, {}, 'no-such-relation'],
    [
      'is of one that was not annulled',
      [...person, related({ id: 'x' }), annulled('x')],
      {},
      'no-such-relation',
    ],
  ]);
});

describe('A correction of a relation', () => {
  const held = [...person, related({ id: 'x' })];
  const ended = [...held, relationEnded()];
  const change = (changed: Readonly<Record<string, unknown>>) => ({ changed });

  rows(intent.correct, [
    [
      'may name another one',
      held,
      change({ partyId: 'party-2' }),
      [corrected('RelationRecorded', { partyId: 'party-2' })],
    ],
    [
      'names somebody registered',
      held,
      { ...change({ partyId: 'party-2' }), partyIsKnown: false },
      'unknown-party',
    ],
    ['does not let it begin tomorrow', held, change({ validFrom: '2026-03-03' }), 'date-ahead'],
    ['does not let it end before it began', held, change({ validUntil: '2026-01-09' }), 'date-order'],
    [
      'leaves nobody but a parent with parental responsibility',
      held,
      change({ parentalResponsibility: true }),
      'not-a-parent',
    ],
    ['does not move it behind its end', ended, change({ validFrom: '2026-02-21' }), 'rests-on'],
    [
      'does not make it another’s that stands',
      [...held, related(other)],
      change({ partyId: 'party-2' }),
      'rests-on',
    ],
  ]);

  it('is an annulment of one that has no end, or whose end was annulled', () => {
    given(...ended)
      .when(intent.annul())
      .thenRejected('subject/rests-on');
    const { relations } = stateAfter(...held, annulled('x'));
    expect(relations).toEqual([]);
  });
});
