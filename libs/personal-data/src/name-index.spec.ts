import { inspect } from 'node:util';
import type { Sealed } from '#event-sourcing/event';
import { LostKey } from './errors.js';
import { HeldText } from './held-text.js';
import type { OpenedField } from './keys.js';
import { NameIndex, type PeopleRow } from './name-index.js';
import type { Place } from './named-people.js';

/** "Opens" by reading the ciphertext; `gone` and `lost` are ids of key owners. */
class FakeKeys {
  readonly gone = new Set<string>();
  readonly lost = new Set<string>();
  readonly opened: string[] = [];
  hold: Promise<void> = Promise.resolve();
  async open(sealed: readonly Sealed[]): Promise<readonly OpenedField[]> {
    const fields = sealed.map((field): OpenedField => {
      if (this.lost.has(field.keyId)) throw new LostKey(field.keyId, field);
      if (this.gone.has(field.keyId)) return { status: 'disposed' };
      this.opened.push(field.field);
      return { status: 'open', text: field.ciphertext };
    });
    await this.hold;
    return fields;
  }
}

const sealed = (id: string, field: string, text: string): Sealed => ({
  v: 1,
  keyId: id,
  nonce: '',
  ciphertext: text,
  commitment: '',
  stream: `subject-1576.${id}`,
  eventId: 'e',
  field,
});
const subject = (
  id: string,
  givenName: string,
  familyName: string,
  birthDate?: string,
  tenant = '1576',
): PeopleRow => ({
  tenant,
  id,
  kind: 'SUBJECT',
  givenName: sealed(id, 'givenName', givenName),
  familyName: sealed(id, 'familyName', familyName),
  birthDate: birthDate === undefined ? null : sealed(id, 'birthDate', birthDate),
  identityNumber: sealed(id, 'identityNumber', '15507600333'),
  protectedAddress: false,
});

let keys: FakeKeys;
let index: NameIndex;
beforeEach(async () => {
  keys = new FakeKeys();
  index = new NameIndex(keys);
  await index.load([
    subject('testine', 'Testine Anne', 'Prøvesen', '1980-02-01'),
    subject('ase', 'Åse', 'Prøvesen', '1990-05-17'),
    subject('jose', 'José', 'Aas-Prøvesen'),
    subject('elsewhere', 'Testine', 'Prøvesen', '1980-02-01', '5001'),
    { tenant: '1576', id: 'staff', kind: 'PARTY', name: sealed('staff', 'name', 'Testulf Saksbehandler') },
  ]);
});

describe('the name index', () => {
  it.each([
    ['prøvesen', ['jose', 'testine', 'ase']],
    ['PRØVESEN test', ['testine']],
    ['anne testine', ['testine']],
    ['jose', ['jose']],
    ['aase', ['ase']],
    ['ås', ['jose', 'ase']],
    ['provesen', []],
    ['røvesen', []],
    ['', []],
  ])('finds "%s" by the beginnings of words, in order of name', (name, ids) => {
    expect(index.search({ tenant: '1576', name }).toSorted()).toEqual(ids.toSorted());
  });

  it('answers in Norwegian order of family name and given name', () => {
    expect(index.search({ tenant: '1576', name: 'prøvesen' })).toEqual(['testine', 'ase', 'jose']);
    expect(index.inNameOrder('1576', ['unknown', 'jose', 'ase', 'testine'])).toEqual([
      'testine',
      'ase',
      'jose',
      'unknown',
    ]);
  });

  it('E4 goes through everybody in the order of names, or through those whom a name finds, page by page', async () => {
    await index.update([
      { ...subject('double', 'Åse', 'Dobbel-Prøvesen'), mergedInto: 'testine' },
      { ...subject('gone', 'Gone', 'Gone'), disposed: true },
    ]);
    index.forget({ tenant: '1576', owner: 'destroyed' });
    const all = (name?: string, most = 100) => {
      const ids: string[] = [];
      for (let after: Place | undefined; ;) {
        const page = index.following({ tenant: '1576', ...(name !== undefined && { name }) }, after, most);
        if (page.length === 0) return ids;
        ids.push(...page.map(({ id }) => id));
        after = page.at(-1);
      }
    };
    const everybody = ['testine', 'double', 'ase', 'jose', 'destroyed', 'gone'];
    for (const most of [100, 1, 2, 3]) expect(all(undefined, most)).toEqual(everybody);
    expect(all('dobbel', 1)).toEqual(['testine', 'double']);
    expect(all('prøvesen', 2)).toEqual(['testine', 'double', 'ase', 'jose']);
    expect(all('ingen')).toEqual([]);
    expect(index.inNameOrder('1576', ['gone', 'jose', 'double', 'ase'])).toEqual([
      'double',
      'ase',
      'jose',
      'gone',
    ]);
    // Whoever was shown last is gone meanwhile.
    index.forget({ tenant: '1576', owner: 'ase' });
    expect(index.following({ tenant: '1576' }, { id: 'nobody', rank: 2 }, 1)).toMatchObject([{ id: 'jose' }]);
  });

  it('finds by birth date, alone or with a name', () => {
    expect(index.search({ tenant: '1576', birthDate: '1990-05-17' })).toEqual(['ase']);
    expect(index.search({ tenant: '1576', birthDate: '1990-05-17', name: 'testine' })).toEqual([]);
  });

  it('keeps tenants and kinds apart', () => {
    expect(index.search({ tenant: '5001', name: 'testine' })).toEqual(['elsewhere']);
    expect(index.search({ tenant: '0301', name: 'testine' })).toEqual([]);
    expect(index.search({ tenant: '1576', name: 'testulf' })).toEqual([]);
    expect(index.search({ tenant: '1576', name: 'testulf', kind: 'PARTY' })).toEqual(['staff']);
  });

  it('never opens an identity number', () => {
    expect(new Set(keys.opened)).toEqual(new Set(['givenName', 'familyName', 'name', 'birthDate']));
  });

  it('follows updates and removals', async () => {
    await index.update([
      subject('testine', 'Testine', 'Nygift-Prøvesen', '1980-02-01'),
      subject('new', 'Ny', 'Person'),
    ]);
    expect(index.search({ tenant: '1576', name: 'nygift' })).toEqual(['testine']);
    expect(index.search({ tenant: '1576', name: 'ny' })).toEqual(['testine', 'new']);
  });

  it.each([
    [
      'same day, given name alike',
      { givenName: 'Tetsine', familyName: 'Gift', birthDate: '1980-02-01' },
      ['testine'],
    ],
    [
      'same day, family name alike',
      { givenName: 'X', familyName: 'Prøvsen', birthDate: '1980-02-01' },
      ['testine'],
    ],
    ['same day, other names', { givenName: 'Ola', familyName: 'Annen', birthDate: '1980-02-01' }, []],
    ['another day', { givenName: 'Testine', familyName: 'Prøvesen', birthDate: '1981-02-01' }, []],
    ['no day given', { givenName: 'testine', familyName: 'PRØVESEN' }, ['testine']],
    ['no day known', { givenName: 'Jose', familyName: 'Aas Prøvesen', birthDate: '2001-01-01' }, ['jose']],
    ['no day and another given name', { givenName: 'Anne', familyName: 'Prøvesen' }, []],
  ])('warns of likely doubles: %s', (_, person, ids) => {
    expect(index.likelyDoubles({ tenant: '1576', hasNumber: false, ...person })).toEqual(ids);
  });

  it.each([
    ['the same day and no name', { birthDate: '1980-02-01' }, ['testine']],
    [
      'the very same name and another day',
      { givenName: 'Åse', familyName: 'Prøvesen', birthDate: '2001-01-01' },
      ['ase'],
    ],
    [
      'the very same name, seen and not typed',
      { givenName: 'Aa\u00ADse', familyName: 'PRØVESEN', birthDate: '2001-01-01' },
      ['ase'],
    ],
    ['one name alone', { familyName: 'Prøvesen' }, []],
    ['nothing to be known by', {}, []],
  ])('C4 warns of likely doubles also by %s', async (_, person, ids) => {
    await index.update([{ ...subject('ase', 'Åse', 'Prøvesen', '1990-05-17'), identityNumber: null }]);
    expect(index.likelyDoubles({ tenant: '1576', hasNumber: true, ...person })).toEqual(ids);
  });

  it('C4 does not warn of the same name where two numbers tell two days', () => {
    const person = { givenName: 'Åse', familyName: 'Prøvesen', birthDate: '2001-01-01' };
    expect(index.likelyDoubles({ tenant: '1576', hasNumber: true, ...person })).toEqual([]);
  });

  it('C3 finds by a name of before, and warns by it, in the order of the name of now', async () => {
    const before = subject('testine', 'Testine', 'Ungpike');
    await index.update([
      {
        ...subject('testine', 'Testine', 'Aas', '1980-02-01'),
        formerNames: [{ givenName: before.givenName ?? null, familyName: before.familyName ?? null }],
      },
    ]);
    expect(index.search({ tenant: '1576', name: 'ungpike testine' })).toEqual(['testine']);
    expect(index.search({ tenant: '1576', name: 'aas' })).toEqual(['ase', 'testine', 'jose']);
    expect(
      index.likelyDoubles({ tenant: '1576', givenName: 'Testine', familyName: 'Ungpike', hasNumber: true }),
    ).toEqual(['testine']);
  });

  it('C7 holds who has one name or none', async () => {
    await index.update([
      { ...subject('one', 'x', 'Prøvesen'), givenName: null },
      { ...subject('none', 'x', 'y', '2026-03-01'), givenName: null, familyName: null },
    ]);
    expect(index.search({ tenant: '1576', name: 'prøvesen' })).toContain('one');
    expect(index.search({ tenant: '1576', birthDate: '2026-03-01' })).toEqual(['none']);
  });

  it('C4 finds a registration that was merged under the one that stayed, once', async () => {
    await index.update([{ ...subject('double', 'Åse', 'Dobbel-Prøvesen', '1990-05-17'), mergedInto: 'ase' }]);
    expect(index.search({ tenant: '1576', name: 'dobbel' })).toEqual(['ase']);
    expect(index.search({ tenant: '1576', birthDate: '1990-05-17' })).toEqual(['ase']);
  });

  it('loses at once whose keys are destroyed, for good', async () => {
    index.forget({ tenant: '1576', owner: 'testine' });
    expect(index.search({ tenant: '1576', name: 'testine' })).toEqual([]);
    await index.update([subject('testine', 'Testine', 'Prøvesen')]);
    expect(index.search({ tenant: '1576', name: 'testine' })).toEqual([]);
    expect(index.search({ tenant: '5001', name: 'testine' })).toEqual(['elsewhere']);
  });

  it('does not bring back someone whose keys were destroyed while the row was being opened', async () => {
    let goOn = () => {};
    keys.hold = new Promise((resolve) => (goOn = resolve));
    const updating = index.update([subject('testine', 'Testine', 'Endret')]);
    index.forget({ tenant: '1576', owner: 'testine' });
    goOn();
    await updating;
    expect(index.search({ tenant: '1576', name: 'endret' })).toEqual([]);
  });

  it('answers as before while it is loaded anew, and forgets meanwhile', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    async function* rows() {
      yield subject('testine', 'Testine', 'Etterpå');
      await held;
      yield subject('ase', 'Åse', 'Etterpå');
    }
    const loading = index.load(rows());
    expect(index.search({ tenant: '1576', name: 'prøvesen' })).toHaveLength(3);
    index.forget({ tenant: '1576', owner: 'testine' });
    goOn();
    await loading;
    expect(index.search({ tenant: '1576', name: 'etterpå' })).toEqual(['ase']);
    expect(index.size).toBe(1);
  });

  it('forgets also whom an earlier batch of the load has brought', async () => {
    let tellBetween = () => {};
    const between = new Promise<void>((resolve) => (tellBetween = resolve));
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    async function* rows() {
      yield subject('testine', 'Testine', 'Etterpå');
      for (let n = 1; n < 1_000; n += 1) yield subject(`other-${n}`, 'Annen', 'Etterpå');
      tellBetween();
      await held;
    }
    const loading = index.load(rows());
    await between;
    index.forget({ tenant: '1576', owner: 'testine' });
    goOn();
    await loading;
    expect(index.search({ tenant: '1576', name: 'testine' })).toEqual([]);
    expect(index.size).toBe(999);
  });

  it('drops a person whose row opens as disposed', async () => {
    keys.gone.add('ase');
    const before = index.size;
    await index.update([subject('ase', 'Åse', 'Prøvesen')]);
    expect(index.search({ tenant: '1576', name: 'åse' })).toEqual([]);
    expect(index.size).toBe(before - 1);
  });

  it('goes on after a batch that failed since the vault was out of reach', async () => {
    keys.hold = Promise.reject(new Error('connect ECONNREFUSED'));
    await expect(index.update([subject('new', 'Ny', 'Person')])).rejects.toThrow('ECONNREFUSED');
    expect(index.fault).toBeUndefined();
    expect(index.search({ tenant: '1576', name: 'testine' })).toEqual(['testine']);
    keys.hold = Promise.resolve();
    await index.update([subject('new', 'Ny', 'Person')]);
    expect(index.search({ tenant: '1576', name: 'ny' })).toEqual(['new']);
  });

  it('halts on a lost key with that error, until it is loaded anew', async () => {
    keys.lost.add('ase');
    await expect(index.update([subject('ase', 'Åse', 'Prøvesen')])).rejects.toThrow(LostKey);
    expect(index.fault).toBeInstanceOf(LostKey);
    expect(() => index.search({ tenant: '1576', name: 'testine' })).toThrow(LostKey);
    expect(() => index.inNameOrder('1576', [])).toThrow(LostKey);
    await expect(index.update([])).rejects.toThrow(LostKey);
    keys.lost.clear();
    await index.load([subject('ase', 'Åse', 'Prøvesen')]);
    expect(index.fault).toBeUndefined();
    expect(index.search({ tenant: '1576', name: 'åse' })).toEqual(['ase']);
    expect(index.size).toBe(1);
  });

  it('answers with all of many as with all of few', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) =>
      subject(`p${n}`, n % 2 === 0 ? 'Testa' : 'Prøve', `Navn${String((n * 7919) % 2_500).padStart(4, '0')}`),
    );
    await index.load(many);
    const inOrder = (begins: string) =>
      many
        .filter(({ givenName }) => givenName?.ciphertext.startsWith(begins))
        .toSorted((a, b) => ((a.familyName?.ciphertext ?? '') < (b.familyName?.ciphertext ?? '') ? -1 : 1))
        .map(({ id }) => id);
    expect(index.search({ tenant: '1576', name: 'testa' })).toEqual(inOrder('Testa'));
    expect(index.search({ tenant: '1576', name: 'navn01' })).toHaveLength(100);
    expect(index.search({ tenant: '1576', name: 'test navn24' })).toEqual(inOrder('Testa').slice(-50));
    for (const owner of inOrder('Testa').slice(0, 1_200)) index.forget({ tenant: '1576', owner });
    expect(index.search({ tenant: '1576', name: 'testa' })).toEqual(inOrder('Testa').slice(1_200));
  });

  it('holds who is there, shows no text by itself, and nobody who is disposed of', async () => {
    const held = index.held('1576', 'testine');
    expect(held).toMatchObject({ name: null, protectedAddress: false, disposed: false });
    expect(JSON.stringify(held) + inspect(held, { depth: 9, showHidden: true })).not.toContain('Testine');
    expect(held?.givenName && HeldText.textOf(held.givenName)).toBe('Testine Anne');
    expect(index.held('5001', 'testine')).toBeUndefined();
    index.forget({ tenant: '1576', owner: 'testine' });
    expect(held?.givenName && HeldText.textOf(held.givenName)).toBeUndefined();
    expect(index.held('1576', 'testine')).toBeUndefined();
    await index.update([{ tenant: '1576', id: 'ase', kind: 'SUBJECT', disposed: true }]);
    expect(index.held('1576', 'ase')).toBeUndefined();
  });
});
