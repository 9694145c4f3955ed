import { codecOf, type Draft } from './codec.js';
import { asChanged, checkChanged, correctableFields, readsSo, referencesIn } from './correctable.js';
import { checkDeclarations } from './declaration-check.js';
import { effective } from './effective.js';
import {
  code,
  codeOf,
  events,
  flag,
  id,
  integer,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  v1,
} from './event.js';
import { InvalidFact } from './fact-check.js';
import { plainSealing } from './testing/plain-sealing.js';
import { recorded, type ToldFact } from './testing/spec-of.js';
import { codesNamed } from './testing/code-list.js';

const of = { of: 'ownerId', class: 'CASE' } as const;
const visits = events(
  { category: 'visit', owner: 'ownerId', class: 'CASE' },
  {
    VisitMade: v1(
      {
        ownerId: id(),
        visitId: id(),
        visitorId: ref('party'),
        caseId: optional(ref('case')),
        kind: codeOf(codesNamed('HOME', 'OFFICE')),
        unit: optional(code()),
        madeOn: localDate(),
        minutes: optional(integer()),
        alone: flag(),
        topics: list(
          record({ topic: codeOf(codesNamed('PLAN', 'GROUP')), note: optional(personal.text(of)) }),
        ),
        note: optional(personal.text({ ...of, max: 20 })),
      },
      { occurs: 'madeOn' },
    ),
  },
);
const made: ToldFact<typeof visits> = {
  type: 'VisitMade',
  data: {
    ownerId: 's1',
    visitId: 'v1',
    visitorId: 'p1',
    kind: 'HOME',
    unit: 'NORTH',
    madeOn: '2026-02-28',
    alone: true,
    topics: [{ topic: 'PLAN' }],
    note: 'Testine var hjemme',
  },
};
const corrected = (changed: Record<string, unknown>): ToldFact<typeof visits> => ({
  type: 'VisitMadeCorrected',
  data: { corrects: 'e0', ownerId: 's1', changed, reason: 'Feil' },
});
const annulled = (corrects: string): ToldFact<typeof visits> => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, ownerId: 's1', reasonCode: 'OTHER', reason: 'Feil' },
});

function faultsOf(changed: Record<string, unknown>): InvalidFact['faults'] {
  try {
    checkChanged(visits, 'VisitMade', changed);
  } catch (error) {
    if (error instanceof InvalidFact) return error.faults;
    throw error;
  }
  return [];
}

describe('the fields that a correction may change', () => {
  it('are all but the owner and the ids of what the event is about', () => {
    expect(Object.keys(correctableFields(visits, 'VisitMade') ?? {})).toEqual([
      'visitorId',
      'caseId',
      'kind',
      'unit',
      'madeOn',
      'minutes',
      'alone',
      'topics',
      'note',
    ]);
  });

  it('are none of a correction, an annulment, or what is not declared', () => {
    for (const type of ['VisitMadeCorrected', 'RecordedInErrorMarked', 'toString']) {
      expect(correctableFields(visits, type)).toBeUndefined();
    }
  });

  it('name what they refer to', () => {
    const changed = { visitorId: 'p2', caseId: null, kind: 'OFFICE' };
    expect(referencesIn(visits, 'VisitMade', changed, 'party')).toEqual(['p2']);
    expect(referencesIn(visits, 'VisitMade', changed, 'case')).toEqual([]);
  });

  it('never own a record', () => {
    const given = (fields: Parameters<typeof v1>[0]) =>
      events({ category: 'note', owner: 'ownerId', class: 'CASE' }, {
        Noted: v1(fields),
      } as unknown as typeof visits.declared);
    expect(() => checkDeclarations([given({ ownerId: ref('party') })])).toThrow('lacks the id ownerId');
    const text = personal.text({ of: 'partyId', class: 'CASE' });
    expect(() => checkDeclarations([given({ ownerId: id(), partyId: ref('party'), text })])).toThrow(
      'Noted.text belongs to partyId',
    );
  });
});

describe('a changed value', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a reference', { visitorId: 'p2', caseId: 'c1' }],
    [
      'codes, a day, a number, a flag, a list, a text',
      { ...made.data, ownerId: undefined, visitId: undefined },
    ],
    ['nothing, where the event may lack the field', { caseId: null, unit: null, minutes: null, note: null }],
  ])('may be %s', (_, changed) => {
    const told = Object.entries(changed).filter(([, value]) => value !== undefined);
    expect(faultsOf(Object.fromEntries(told))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['the owner', { ownerId: 's2' }, 'changed.ownerId'],
    ['the id that the event gives', { visitId: 'v2' }, 'changed.visitId'],
    ['a field that the event has not', { color: 'RED' }, 'changed.color'],
    ['a member of every object', { constructor: 'x' }, 'changed.constructor'],
    ['no code of the list', { kind: 'SCHOOL' }, 'changed.kind'],
    ['no code at all', { unit: 'north side' }, 'changed.unit'],
    ['no id', { visitorId: 'Testine Prøvesen' }, 'changed.visitorId'],
    ['no day of the calendar', { madeOn: '2026-02-30' }, 'changed.madeOn'],
    ['no whole number', { minutes: 1.5 }, 'changed.minutes'],
    ['a text for a flag', { alone: 'true' }, 'changed.alone'],
    ['a text that is too long', { note: 'Testine var ikke hjemme' }, 'changed.note'],
    ['an empty text', { note: '' }, 'changed.note'],
    ['one value for a list', { topics: 'PLAN' }, 'changed.topics'],
    ['a fault in a list', { topics: [{ topic: 'PLAN' }, { topic: 'x' }] }, 'changed.topics.1.topic'],
    ['a list with a field too many', { topics: [{ topic: 'PLAN', by: 'x' }] }, 'changed.topics.0'],
    ['nothing, where the event has the field always', { kind: null }, 'changed.kind'],
    ['nothing within a list', { topics: [{ topic: 'PLAN', note: null }] }, 'changed.topics.0.note'],
    ['no field', {}, 'changed'],
  ])('may not be %s', (_, changed, path) => {
    const faults = faultsOf(changed);
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    const values = JSON.stringify(Object.values(changed)).replace(/[^\w ]+/g, '|');
    for (const value of values.split('|').filter((text) => text.length > 4 && text !== 'null')) {
      expect(JSON.stringify(faults[0]?.fault)).not.toContain(value);
    }
  });

  it('tells all faults at once', () =>
    expect(faultsOf({ kind: 'SCHOOL', visitId: 'v2', alone: null }).map(({ path }) => path)).toEqual([
      'changed.visitId',
      'changed.alone',
      'changed.kind',
    ]));
});

describe('an emptied field', () => {
  const read = (...facts: ToldFact<typeof visits>[]) =>
    effective(recorded(visits, [made, ...facts]))[0]?.data ?? {};

  it('is absent from then on, until it is filled again or the correction annulled', () => {
    expect(read(corrected({ unit: null, note: null }))).not.toHaveProperty('unit');
    expect(read(corrected({ unit: null, note: null }))).not.toHaveProperty('note');
    expect(read(corrected({ unit: null }), corrected({ unit: 'SOUTH' }))['unit']).toBe('SOUTH');
    expect(read(corrected({ unit: null }), annulled('e1'))['unit']).toBe('NORTH');
    expect(read(corrected({ unit: 'SOUTH' }), corrected({ unit: null }))).not.toHaveProperty('unit');
  });

  it('is stored as null, beside sealed ones, and read back so', async () => {
    const codec = codecOf([visits]);
    const changed = { unit: null, note: null, topics: [{ topic: 'PLAN', note: 'Testine' }] };
    const draft = {
      id: 'e1',
      ...corrected(changed),
      metadata: recorded(visits, [made])[0]?.metadata,
    } as Draft;
    const [event] = await codec.encode('visit-1576.s1', [draft], plainSealing);
    if (!event) throw new Error('nothing was encoded');
    expect(event.data['changed']).toMatchObject({ unit: null, note: null, topics: [{ note: { v: 1 } }] });
    const decoded = codec.decode({ ...event, stream: 'visit-1576.s1', revision: 0n, position: 0n });
    expect(decoded.data['changed']).toMatchObject({ unit: null, note: null, topics: [{ note: { v: 1 } }] });
  });

  it('is never one that the event must have', async () => {
    const codec = codecOf([visits]);
    const draft = { id: 'e1', ...corrected({}), metadata: recorded(visits, [made])[0]?.metadata } as Draft;
    const emptied = { ...draft, data: { ...draft.data, changed: { kind: null } } };
    await expect(codec.encode('visit-1576.s1', [emptied], plainSealing)).rejects.toThrow(InvalidFact);
  });
});

describe('a correction that changes nothing', () => {
  const history = recorded(visits, [made, corrected({ unit: null, kind: 'OFFICE' })]);

  it('says what the event reads already, emptied fields among it', () => {
    expect(readsSo(history, 'e0', { kind: 'OFFICE', madeOn: '2026-02-28' })).toBe(true);
    expect(readsSo(history, 'e0', { unit: null, minutes: null })).toBe(true);
    expect(readsSo(history, 'e0', { kind: 'HOME' })).toBe(false);
    expect(readsSo(history, 'e0', { unit: 'NORTH' })).toBe(false);
  });

  it('is never known of a sealed text', () =>
    expect(readsSo(history, 'e0', { note: 'Testine var hjemme' })).toBe(false));
});

describe('an event as it would read', () => {
  const history = (...facts: ToldFact<typeof visits>[]) => recorded(visits, [made, ...facts]);
  const to = (changed: Readonly<Record<string, unknown>>) => ({ eventId: 'e0', changed });

  it('has the day that it is moved to, or has by now', () => {
    const moved = history(corrected({ madeOn: '2026-02-10' }));
    expect(asChanged(visits, moved, to({ madeOn: '2026-02-11' }))).toEqual({
      type: 'VisitMade',
      day: '2026-02-11',
    });
    expect(asChanged(visits, moved, to({ unit: 'SOUTH' })).day).toBe('2026-02-10');
  });

  it('has none where it was annulled, or never was', () => {
    expect(asChanged(visits, history(annulled('e0')), to({}))).toEqual({ type: 'VisitMade', day: undefined });
    expect(asChanged(visits, history(), { eventId: 'none', changed: {} })).toEqual({
      type: '',
      day: undefined,
    });
  });
});
