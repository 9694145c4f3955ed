import { LogFault, type RecordClass, type Sealed } from '#event-sourcing';
import { NameIndex } from '#personal-data';
import type { Move } from '#projecting';
import { NameIndexFeed, type PlacedPerson } from './name-index-feed.js';

/** Opens to what it says it holds: the index is tried here, not the sealing. */
const sealed = (text: string) => ({ field: text }) as Sealed;
const open = async (fields: readonly Sealed[]) =>
  fields.map(({ field: text }) => ({ status: 'open', text }) as const);

const person = (id: string, name: string, position: bigint, tenant = '1576'): PlacedPerson => ({
  row: { tenant, id, kind: 'SUBJECT', givenName: sealed(name), familyName: sealed('Prøvesen') },
  position,
});

function feed() {
  const people: PlacedPerson[] = [];
  const asked: [string, bigint][] = [];
  const trouble: { reading?: Error | undefined; opening?: Error | undefined; hearing?: boolean } = {};
  let handingOver = async () => {};
  let moved = (_move: Move) => {};
  let destroyed = (_key: { tenant: string; owner: string; classes: readonly RecordClass[] }) => {};
  const it = new NameIndexFeed({
    index: new NameIndex({
      open: (fields) => (trouble.opening ? Promise.reject(trouble.opening) : open(fields)),
    }),
    positions: {
      observe(observer) {
        moved = observer;
        return () => (moved = () => {});
      },
    },
    vault: {
      onDestroyed: (listener) => void (destroyed = listener),
      get hearsOfDestroyed() {
        return trouble.hearing !== false;
      },
    },
    async *peopleAfter(tenant, position) {
      asked.push([tenant, position]);
      if (trouble.reading) throw trouble.reading;
      const found = people.filter(({ row, position: at }) => row.tenant === tenant && at > position);
      await handingOver();
      if (found.length > 0) yield found;
    },
  });
  const found = async (name: string) => (await it.indexOf('1576')).search({ tenant: '1576', name });
  /** Holds back the next page once it is read, until it is opened. */
  const gate = () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => {
      handingOver = async () => {
        handingOver = async () => {};
        resolve();
        await opened;
      };
    });
    return { reached, open: () => open() };
  };
  return {
    it,
    people,
    gate,
    asked,
    trouble,
    found,
    moved: (projection: string, isAnotherBuild = false) =>
      moved({ projection, isAnotherBuild, hasNewRows: true }),
    destroyed: (owner: string, recordClass: RecordClass = 'PERSON') =>
      destroyed({ tenant: '1576', owner, classes: [recordClass] }),
  };
}

describe('the feed of the name index', () => {
  it('loads a municipality when somebody first searches there, and only that', async () => {
    const { people, asked, found } = feed();
    people.push(person('a', 'Testine', 1n), person('b', 'Testulf', 2n, '9999'));
    expect(await found('test')).toEqual(['a']);
    expect(asked).toEqual([['1576', -1n]]);
  });

  it('fetches what changed when the projector tells, from where it was', async () => {
    const { people, asked, found, moved } = feed();
    people.push(person('a', 'Testine', 1n));
    await found('test');
    people.push(person('b', 'Testulf', 5n));
    expect(await found('testulf')).toEqual([]);
    moved('case_overview');
    expect(await found('testulf')).toEqual([]);
    moved('people');
    expect(await found('testulf')).toEqual(['b']);
    expect(asked).toEqual([
      ['1576', -1n],
      ['1576', 1n],
    ]);
  });

  it('begins anew when `people` is read from another build: whom that does not hold is not found', async () => {
    const { people, asked, found, moved } = feed();
    people.push(person('a', 'Testine', 7n));
    expect(await found('test')).toEqual(['a']);
    people.splice(0, 1, person('b', 'Testulf', 3n));
    moved('people', true);
    expect(await found('test')).toEqual(['b']);
    expect(asked).toEqual([
      ['1576', -1n],
      ['1576', -1n],
    ]);
  });

  it('takes in nothing more of a build that is read no more', async () => {
    const { it: feeding, people, gate, found, moved } = feed();
    people.push(person('a', 'Testine', 7n));
    const page = gate();
    const asking = feeding.indexOf('1576');
    await page.reached;
    people.splice(0, 1, person('b', 'Testulf', 3n));
    moved('people', true);
    page.open();
    await asking;
    expect(await found('test')).toEqual(['b']);
  });

  it('lets go at once of somebody whose keys are destroyed', async () => {
    const { people, found, destroyed } = feed();
    people.push(person('a', 'Testine', 1n));
    expect(await found('test')).toEqual(['a']);
    destroyed('a');
    expect(await found('test')).toEqual([]);
  });

  it('lets go of a party too, and of nobody whose own record keeps its keys', async () => {
    const { it: index, people, destroyed } = feed();
    const staff = (id: string): PlacedPerson => ({
      row: { tenant: '1576', id, kind: 'PARTY', name: sealed('Testa Ansatt') },
      position: 1n,
    });
    people.push(staff('p'), staff('q'));
    const parties = async () =>
      (await index.indexOf('1576')).search({ tenant: '1576', name: 'testa', kind: 'PARTY' });
    expect(await parties()).toEqual(['p', 'q']);
    destroyed('p', 'PARTY');
    destroyed('q', 'CASE');
    expect(await parties()).toEqual(['q']);
  });

  it('asks again at the next search where the read models could not be asked', async () => {
    const { people, trouble, found } = feed();
    people.push(person('a', 'Testine', 1n));
    trouble.reading = new Error('away');
    await expect(found('test')).rejects.toThrow('away');
    trouble.reading = undefined;
    expect(await found('test')).toEqual(['a']);
  });

  it('begins anew at the next search after a key was lost', async () => {
    const { people, trouble, found } = feed();
    people.push(person('a', 'Testine', 1n));
    trouble.opening = new LogFault('lost');
    await expect(found('test')).rejects.toThrow('lost');
    trouble.opening = undefined;
    expect(await found('test')).toEqual(['a']);
  });

  it('is told nothing any more once it is closed', async () => {
    const { it: closed, asked, found, moved } = feed();
    await found('test');
    closed.close();
    moved('people');
    await found('test');
    expect(asked).toHaveLength(1);
  });

  describe('asked who is held in memory', () => {
    it('knows nobody until they are loaded, and begins to load them', async () => {
      const { it, people, asked } = feed();
      people.push(person('a', 'Testine', 1n));
      expect((await it.heldIn(['1576']))('a')).toBeUndefined();
      expect(asked).toEqual([['1576', -1n]]);
      await it.indexOf('1576');
      expect((await it.heldIn(['1576']))('a')).toMatchObject({ birthYear: null, disposed: false });
    });

    it('waits for what has changed', async () => {
      const { it, people, moved } = feed();
      await it.indexOf('1576');
      people.push(person('a', 'Testine', 1n));
      moved('people');
      expect((await it.heldIn(['1576']))('a')).toBeDefined();
    });

    it('knows those of other municipalities not at all, nor who is destroyed', async () => {
      const { it, people, destroyed } = feed();
      people.push(person('a', 'Testine', 1n), person('b', 'Testulf', 2n, '9999'));
      await it.indexOf('1576');
      await it.indexOf('9999');
      const held = await it.heldIn(['1576']);
      expect(held('b')).toBeUndefined();
      destroyed('a');
      expect(held('a')).toBeUndefined();
    });

    it('knows nobody while it might miss that a key is destroyed, or where one is lost', async () => {
      const { it, people, trouble, moved } = feed();
      people.push(person('a', 'Testine', 1n));
      await it.indexOf('1576');
      trouble.hearing = false;
      expect((await it.heldIn(['1576']))('a')).toBeUndefined();
      trouble.hearing = true;
      expect((await it.heldIn(['1576']))('a')).toBeDefined();
      people.push(person('b', 'Testulf', 2n));
      trouble.opening = new LogFault('A key is lost');
      moved('people');
      await expect(it.indexOf('1576')).rejects.toThrow('A key is lost');
      expect((await it.heldIn(['1576']))('a')).toBeUndefined();
    });
  });
});
