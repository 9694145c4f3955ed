import { coordinationEvents, coordinationStream } from '#coordination';
import { annulment, type Recorded } from '#event-sourcing';
import { type Cell, type Grid, UnreadableFile } from '#spreadsheet';
import { syntheticNumbers } from './numbers.testing.js';
import { circumstances, emptyRegister, tenant, today } from './memory.testing.js';
import { takeBack } from './take-back.js';
import { importOf, readList, rehearseList, takeInList } from './take-in.js';
import type { Verdict } from './verdict.js';

const [ada, bo, cy] = syntheticNumbers('1990-05-17', 3) as [string, string, string];
const head = [
  'Fødselsnummer',
  'Født',
  'Navn',
  'Plan startet',
  'Plan avsluttet',
  'Årsak',
  'Koordinator',
  'Koordinator fra',
  'Koordinator til',
  'Samtykke gitt',
  'Merknad',
];
const grid = (...rows: readonly (readonly Cell[])[]): Grid => ({ rows: [head, ...rows], faults: [] });
const row = (
  number: Cell,
  name: Cell,
  {
    born = null,
    plan = [],
    by = [],
    consent = '1.1.2020',
    remark = null,
  }: {
    readonly born?: Cell;
    readonly plan?: readonly Cell[];
    readonly by?: readonly Cell[];
    readonly consent?: Cell;
    readonly remark?: Cell;
  },
): Cell[] => {
  const three = (cells: readonly Cell[]) => [0, 1, 2].map((at) => cells[at] ?? null);
  return [number, born, name, ...three(plan), ...three(by), consent, remark];
};

type Register = Awaited<ReturnType<typeof emptyRegister>>;
const units = new Map<string, string>();
const reading = (register: Register, list: Grid) =>
  readList(register.parts(), list, { tenant, today, units });
const take = async (register: Register, list: Grid, now = circumstances.now) => {
  const read = await reading(register, list);
  const own = { ...circumstances, now };
  return { ...(await takeInList(register.parts(), read, own)), importId: read.importId };
};
const rehearse = async (register: Register, list: Grid) =>
  rehearseList(register.parts(), await reading(register, list), circumstances);
const kinds = (verdicts: readonly Verdict[]) => verdicts.map(({ kind }) => kind);
const typesOf = (events: readonly Recorded[]) =>
  events.map(({ type }) => type).filter((type) => type !== 'PartyRegistered' && !type.startsWith('Import'));

const three = grid(
  row(ada, 'Ada Prøve', { plan: ['1.2.2021'], by: ['Kari Koordinator', '1.2.2021'], remark: 'Ringes.' }),
  // Rows come in any order, also those of one person.
  row(bo, 'Prøve, Bo', { by: ['ola koordinator', '1.3.2023'] }),
  row(bo, 'Bo Prøve', {
    plan: ['5.1.2021', '6.1.2022', 'Personen har flyttet'],
    by: ['Kari Koordinator', '5.1.2021', '1.3.2023'],
  }),
  row(null, 'Cy Prøve', { born: '2.3.1994', plan: [new Date('2022-01-01')] }),
);

describe('an earlier register', () => {
  it('is rehearsed with a verdict a row, and nothing is recorded', async () => {
    const register = await emptyRegister();
    const before = (await register.all()).history.length;
    const verdicts = await rehearse(register, three);
    expect(kinds(verdicts)).toEqual(['RECORDED', 'RECORDED', 'RECORDED', 'RECORDED']);
    expect(verdicts[2]?.facts).toEqual([
      { kind: 'PLAN', on: '2021-01-05' },
      { kind: 'COORDINATOR', on: '2021-01-05' },
      { kind: 'PLAN_END', on: '2022-01-06' },
      { kind: 'RELEASE', on: '2023-03-01' },
    ]);
    expect((await register.all()).history).toHaveLength(before);
  });

  it('is taken in with its true dates, in order of time, resting on that register', async () => {
    const register = await emptyRegister();
    const { counts } = await take(register, three);
    expect(counts).toEqual({ recorded: 4, already: 0, faulty: 0 });
    const { standing } = await register.all();
    const ofBo = standing.filter(
      ({ stream, data }) =>
        stream.startsWith('coordination-') &&
        standing.some(
          (one) => one.data['subjectId'] === data['subjectId'] && one.type === 'CoordinatorReleased',
        ),
    );
    expect(ofBo.map(({ type, metadata }) => [type, metadata.occurredOn])).toEqual([
      ['ConsentGiven', '2020-01-01'],
      ['PlanStarted', '2021-01-05'],
      ['CoordinatorAppointed', '2021-01-05'],
      ['PlanClosed', '2022-01-06'],
      ['CoordinatorReleased', '2023-03-01'],
      ['CoordinatorAppointed', '2023-03-01'],
    ]);
    expect(ofBo[1]?.data).toMatchObject({ restsOn: 'EARLIER_REGISTER' });
    expect(ofBo[3]?.data).toMatchObject({ reasonCode: 'MOVED' });
    expect(ofBo[4]?.data).toMatchObject({ reasonCode: 'HANDOVER' });
  });

  it('gives each person an appointment of its own, also by one coordinator from one day', async () => {
    const register = await emptyRegister();
    const by = { plan: ['1.2.2021'], by: ['Kari Koordinator', '1.2.2021'] };
    await take(
      register,
      grid(
        row(null, 'Di Prøve', { born: '02.03.1994', ...by }),
        row(null, 'Eli Prøve', { born: '04.05.1990', ...by }),
      ),
    );
    const { standing } = await register.all();
    const appointed = standing.filter(({ type }) => type === 'CoordinatorAppointed');
    expect(new Set(appointed.map(({ stream }) => stream)).size).toBe(2);
    expect(new Set(appointed.map(({ data }) => data['appointmentId'])).size).toBe(2);
  });

  it('is recorded at the time of each entry, not when it began', async () => {
    const register = await emptyRegister();
    let minute = 10;
    const now = () => `${today}T09:${(minute += 1)}:00.000Z`;
    await take(register, three, now);
    const { history } = await register.all();
    const times = history
      .filter(({ metadata }) => metadata.$correlationId !== undefined)
      .map(({ metadata }) => metadata.recordedAt);
    expect(new Set(times.filter((at) => at > `${today}T09:10`)).size).toBeGreaterThan(4);
  });

  it('is taken in once, however often, also where rows were put right in Samspor since', async () => {
    const register = await emptyRegister();
    await take(register, three);
    const before = (await register.all()).history.length;
    const again = await take(register, three);
    expect(again.counts).toEqual({ recorded: 0, already: 4, faulty: 0 });
    expect((await register.all()).history).toHaveLength(before + 1);

    // The rows of a later copy of the sheet, in another order, with one more fact.
    const later = grid(
      row(null, 'CY  PRØVE', { born: '02.03.1994', plan: ['1.1.2022', '1.1.2026', 'Ville ikke mer'] }),
      row(ada, 'Ada Prøve', { plan: ['1.2.2021'], by: ['Kari Koordinator', '1.2.2021'] }),
    );
    const { counts, verdicts } = await take(register, later);
    expect(counts).toEqual({ recorded: 1, already: 1, faulty: 0 });
    expect(verdicts[0]?.facts).toEqual([{ kind: 'PLAN_END', on: '2026-01-01' }]);
  });

  it('is taken in once each, at whatever append it was killed', async () => {
    const whole = await emptyRegister();
    await take(whole, three);
    const expected = typesOf((await whole.all()).standing).toSorted();
    for (let appends = 0; ; appends += 1) {
      const register = await emptyRegister();
      register.store.appendsLeft = appends;
      const first = await take(register, three).catch((error: unknown) => error);
      register.store.appendsLeft = Number.POSITIVE_INFINITY;
      await take(register, three);
      expect(typesOf((await register.all()).standing).toSorted()).toEqual(expected);
      if (!(first instanceof Error)) break;
    }
  });

  it('is taken back as a whole, at whatever append that was killed, and can be taken in anew', async () => {
    for (let appends = 0; ; appends += 1) {
      const register = await emptyRegister();
      const { importId } = await take(register, three);
      const all = typesOf((await register.all()).history).length;
      const back = () => takeBack(register.parts(), { importId, reason: 'Feil ark.' }, circumstances);
      register.store.appendsLeft = appends;
      const first = await back().catch((error: unknown) => error);
      register.store.appendsLeft = Number.POSITIVE_INFINITY;
      await back();
      const { standing, history } = await register.all();
      expect(typesOf(standing)).toEqual([]);
      expect(typesOf(history).filter((type) => type !== 'RecordedInErrorMarked')).toHaveLength(all);
      expect((await importOf(register.parts().runner, tenant, importId)).state.status).toBe('TAKEN_BACK');
      const again = await take(register, three);
      expect(again.importId).not.toBe(importId);
      expect(again.counts).toEqual({ recorded: 4, already: 0, faulty: 0 });
      if (!(first instanceof Error)) break;
    }
  });

  it('is not taken back where something rests on it, and then none of it is', async () => {
    const register = await emptyRegister();
    const { importId, verdicts } = await take(register, three);
    const subjectId = verdicts[0]?.subjectId ?? '';
    await register.record(coordinationEvents, coordinationStream(tenant, subjectId), {
      type: 'MemberJoinedGroup',
      data: { subjectId, memberId: 'm', partyId: 'party-8', memberRole: 'TEACHER', joinedOn: '2026-02-01' },
    });
    const before = (await register.all()).history.length;
    await expect(
      takeBack(register.parts(), { importId, reason: 'Feil ark.' }, circumstances),
    ).rejects.toMatchObject({ code: 'import/rests-on', restsOn: [{ type: 'MemberJoinedGroup' }] });
    expect((await register.all()).history).toHaveLength(before);
  });

  it('goes on for an entry that was marked by somebody since, and leaves that mark', async () => {
    const register = await emptyRegister();
    const { importId } = await take(register, three);
    const plan = (await register.all()).standing.find(({ type }) => type === 'PlanStarted') as Recorded;
    await register.record(
      coordinationEvents,
      plan.stream,
      annulment(coordinationEvents, plan, 'NEVER_HAPPENED', 'Var ikke noe.') as never,
    );
    expect(await rehearse(register, three).then(kinds)).not.toContain('RECORDED');
    await takeBack(register.parts(), { importId, reason: 'Feil ark.' }, circumstances);
    expect(typesOf((await register.all()).standing)).toEqual([]);
  });

  it.each<[string, readonly Cell[], RegExp, number | undefined]>([
    ['names in the number column', row('Ada Prøve', 'Ada', { plan: ['1.2.2021'] }), /11 sifrene/, 1],
    ['a number with a slip', row('17059012345', 'Ada', { plan: ['1.2.2021'] }), /kontrollsifrene/, 1],
    ['nobody', row(null, 'Ada', { plan: ['1.2.2021'] }), /hvem det gjelder/, undefined],
    [
      'another birth date than the number’s',
      row(ada, 'Ada', { born: '1.1.1991', plan: ['1.2.2021'] }),
      /en annen dag/,
      2,
    ],
    ['a day that is none', row(ada, 'Ada', { plan: ['31.2.2021'] }), /ingen dato/, 4],
    ['nothing to take in', row(ada, 'Ada', { consent: null }), /sier ingenting/, undefined],
    ['an end without a start', row(ada, 'Ada', { plan: [null, '1.2.2021'] }), /skriv når planen startet/, 4],
    [
      'an end before the start',
      row(ada, 'Ada', { plan: ['2.2.2021', '1.2.2021'] }),
      /før den startet/,
      undefined,
    ],
    ['a day to come', row(ada, 'Ada', { plan: ['2.2.2027'] }), /etter i dag/, undefined],
    ['no consent', row(ada, 'Ada', { plan: ['1.2.2021'], consent: 'nei' }), /ikke noe samtykke/, undefined],
    [
      'a consent later than the plan',
      row(ada, 'Ada', { plan: ['1.2.2019'] }),
      /ikke noe samtykke/,
      undefined,
    ],
    ['a consent without a day', row(ada, 'Ada', { plan: ['1.2.2021'], consent: 'Ja' }), /skriv dagen/, 10],
    [
      'a coordinator nobody knows',
      row(ada, 'Ada', { by: ['Per Ukjent', '1.2.2021'] }),
      /ingen av de ansatte/,
      7,
    ],
    ['a coordinator without a day', row(ada, 'Ada', { by: ['Kari Koordinator'] }), /fra hvilken dag/, 8],
    ['a formula', row(ada, '=CMD()', { plan: ['1.2.2021'] }), /formel/, 3],
    ['letters of another encoding', row(ada, 'Ã…se PrÃ¸ve', { plan: ['1.2.2021'] }), /tegnsett/, 3],
  ])(
    'refuses a row with %s, in words and with its place, and takes in the others',
    async (_, wrong, why, column) => {
      const register = await emptyRegister();
      const { counts, verdicts } = await take(register, grid(wrong, row(bo, 'Bo', { plan: ['1.2.2021'] })));
      expect(counts).toEqual({ recorded: 1, already: 0, faulty: 1 });
      expect(verdicts[0]?.faults[0]?.what.nb).toMatch(why);
      expect(verdicts[0]?.faults[0]?.column).toBe(column);
      expect(typesOf((await register.all()).standing)).toEqual([
        'SubjectRegistered',
        'ConsentGiven',
        'PlanStarted',
      ]);
    },
  );

  it('takes in neither row of a person of whom one has a fault', async () => {
    const register = await emptyRegister();
    const { verdicts } = await take(
      register,
      grid(
        row(ada, 'Ada', { plan: ['1.2.2021'] }),
        row(ada, 'Ada', { plan: ['x'] }),
        row(cy, 'Cy', { plan: ['1.2.2021'] }),
      ),
    );
    expect(kinds(verdicts)).toEqual(['FAULTY', 'FAULTY', 'RECORDED']);
    expect(verdicts[0]?.faults[0]?.what.nb).toContain('rad 3');
  });

  it('has the number a spreadsheet took the first zero of', async () => {
    const register = await emptyRegister();
    const [number = ''] = syntheticNumbers('1990-01-05', 1);
    const read = await reading(register, grid(row(Number(number), 'Ada', { plan: ['1.2.2021'] })));
    expect(number[0]).toBe('0');
    expect(read.persons[0]?.person).toMatchObject({ identityNumber: number, birthDate: '1990-01-05' });
  });

  it.each<[string, Grid, RegExp]>([
    ['has no headings', { rows: [], faults: [] }, /Den første raden|den er tom/i],
    ['says nobody', { rows: [['Navn', 'Plan startet']], faults: [] }, /Fødselsnummer/],
    ['says nothing of plans', { rows: [['Fnr', 'Navn']], faults: [] }, /Koordinator/],
    ['has the same heading twice', { rows: [['Fnr', 'Fødselsnummer', 'IP fra']], faults: [] }, /to ganger/],
    ['has no rows', { rows: [head], faults: [] }, /ingen rader/],
  ])('is refused as a whole where it %s', async (_, list, why) => {
    const register = await emptyRegister();
    const error = await reading(register, list).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as UnreadableFile).phrase.nb).toMatch(why);
  });
});
