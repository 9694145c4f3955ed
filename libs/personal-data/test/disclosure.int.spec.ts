import {
  DISPOSED,
  DisclosureRefused,
  LostKey,
  NameIndex,
  type Opened,
  type Vault,
  type Viewer,
} from '#personal-data';
import { LogFault, type Sealed, StoreUnavailable, withPlaces } from '#event-sourcing';
import { createVaultFixture, emptyLog, sealOne, type VaultFixture, withHistory } from './vault.testing.js';

let fixture: VaultFixture;
let vault: Vault;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
});
afterAll(() => fixture.close());

const viewer: Viewer = { tenants: ['1576'], partyId: 'party-1', roles: ['CASEWORKER'], units: [] };

interface Row {
  readonly caseId: string;
  readonly subjectId: string;
  readonly reasons: readonly { readonly text: Sealed; readonly on: string }[];
  readonly revision: bigint;
}
async function row(owner: string, text: string, tenant = '1576'): Promise<Row> {
  const stream = `case-${tenant}.case-1`;
  return {
    caseId: 'case-1',
    subjectId: owner,
    reasons: [{ text: await sealOne(vault, { owner, text, tenant, stream }), on: '2026-01-05' }],
    revision: 3n,
  };
}
/** What is tried here is what is opened, not who is told of it. */
const unnoted = async () => {};
const subjectsOf = (rows: readonly Row[]) => rows.map(({ subjectId }) => subjectId);

describe('disclosure', () => {
  it('opens every sealed field of the result, however deep', async () => {
    const rows = [await row('a', 'Testine trenger hjelp'), await row('b', 'Testulf også')];
    const opened: Opened<Row[]> = await vault.disclosure.disclose(
      viewer,
      'OVERVIEW',
      subjectsOf,
      async () => rows,
      unnoted,
    );
    expect(opened).toEqual([
      {
        caseId: 'case-1',
        subjectId: 'a',
        reasons: [{ text: 'Testine trenger hjelp', on: '2026-01-05' }],
        revision: 3n,
      },
      {
        caseId: 'case-1',
        subjectId: 'b',
        reasons: [{ text: 'Testulf også', on: '2026-01-05' }],
        revision: 3n,
      },
    ]);
  });

  it('opens rows as they come back from JSON', async () => {
    const stored: Row = { ...(await row('a', 'Testine')), revision: 0n };
    const read = JSON.parse(JSON.stringify({ ...stored, revision: '0' })) as { reasons: { text: Sealed }[] };
    const opened = await vault.disclosure.disclose(viewer, 'CASEWORK', ['a'], () => read, unnoted);
    expect(opened.reasons[0]?.text).toBe('Testine');
  });

  describe('of rows that keep the place of each text', () => {
    /** A row as a read model has it, and the log that holds its text; `asked` are the streams that were read. */
    async function kept(owner: string, text: string, tenant = '1576') {
      const whole = await row(owner, text, tenant);
      const asked: string[] = [];
      const read = async (stream: string) => {
        asked.push(stream);
        const data = Object.fromEntries(
          whole.reasons.map(({ text: { field, v, keyId, nonce, ciphertext, commitment } }) => [
            field,
            { v, keyId, nonce, ciphertext, commitment },
          ]),
        );
        return [{ id: 'event-1', type: 'T', stream, revision: 0n, position: 0n, data, metadata: {} }];
      };
      const opening = await fixture.open({ log: withHistory({ ...emptyLog, read }) });
      // Whose log it is, it has asked by now.
      asked.length = 0;
      return {
        row: withPlaces({ ...whole, revision: '3' }) as unknown as Row,
        disclosure: opening.disclosure,
        asked,
      };
    }

    it('opens what the log has there, by a read a stream', async () => {
      const { row: one, disclosure, asked } = await kept('a', 'Testine');
      expect(JSON.stringify(one)).not.toContain('ciphertext');
      const opened = await disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => [one, one], unnoted);
      expect(opened.map(({ reasons }) => reasons[0]?.text)).toEqual(['Testine', 'Testine']);
      expect(asked).toEqual(['case-1576.case-1']);
    });

    it('shows a destroyed one as disposed', async () => {
      const { row: one, disclosure } = await kept('gone', 'borte');
      await vault.disposals.destroy({
        tenant: '1576',
        owner: 'gone',
        classes: ['CASE'],
        disposalEventId: 'd',
      });
      const [opened] = await disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => [one], unnoted);
      expect(opened?.reasons[0]?.text).toEqual(DISPOSED);
    });

    it("reads nothing of another municipality's stream", async () => {
      const { row: one, disclosure, asked } = await kept('a', 'deres', '5001');
      await expect(disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => [one], unnoted)).rejects.toThrow(
        DisclosureRefused,
      );
      expect(asked).toEqual([]);
    });

    it('discloses nothing where the log has no such text, or is away', async () => {
      const { row: one } = await kept('a', 'Testine');
      const fault = vault.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => [one], unnoted);
      await expect(fault).rejects.toThrow(LogFault);
      let isAway = false;
      const read: typeof emptyLog.read = (...asked) =>
        isAway ? Promise.reject(new StoreUnavailable('away')) : emptyLog.read(...asked);
      const { disclosure } = await fixture.open({ log: withHistory({ ...emptyLog, read }) });
      isAway = true;
      await expect(disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => [one], unnoted)).rejects.toThrow(
        'away',
      );
    });
  });

  it('hands over nothing until it is noted whose data it is, and nothing where that fails', async () => {
    const rows = [await row('a', 'Testine'), await row('b', 'Testulf')];
    const noted: (readonly string[])[] = [];
    let isNoted = () => {};
    const disclosing = vault.disclosure.disclose(
      viewer,
      'OVERVIEW',
      subjectsOf,
      () => rows,
      (about) => {
        noted.push(about);
        return new Promise((resolve) => {
          isNoted = resolve;
        });
      },
    );
    let isOut = false;
    void disclosing.then(() => {
      isOut = true;
    });
    await vault.parties.known({ tenant: '1576', issuer: 'i', subject: 's' });
    await vault.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => rows, unnoted);
    expect([noted, isOut]).toEqual([[['a', 'b']], false]);
    isNoted();
    expect(await disclosing).toHaveLength(2);
    const failing = () => Promise.reject(new Error('not noted'));
    await expect(
      vault.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => rows, failing),
    ).rejects.toThrow('not noted');
  });

  it('opens nothing of a person where nobody is said to be read', async () => {
    const rows = [await row('a', 'Testine')];
    await expect(
      vault.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => rows, 'nobody'),
    ).rejects.toThrow(DisclosureRefused);
  });

  it('shows a destroyed field as disposed and the rest as it is', async () => {
    const rows = [await row('destroyed', 'borte'), await row('kept', 'står')];
    await vault.disposals.destroy({
      tenant: '1576',
      owner: 'destroyed',
      classes: ['CASE'],
      disposalEventId: 'd',
    });
    const opened = await vault.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => rows, unnoted);
    expect(opened.map(({ reasons }) => reasons[0]?.text)).toEqual([DISPOSED, 'står']);
    expect(JSON.stringify(opened[0]?.reasons)).toBe('[{"text":{"disposed":true},"on":"2026-01-05"}]');
  });

  it("discloses nothing when the result holds another municipality's field", async () => {
    const rows = [await row('a', 'vår'), await row('a', 'deres', '5001')];
    await expect(
      vault.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => rows, unnoted),
    ).rejects.toThrow(DisclosureRefused);
    const both = { ...viewer, tenants: ['1576', '5001'] };
    expect(await vault.disclosure.disclose(both, 'OVERVIEW', subjectsOf, () => rows, unnoted)).toHaveLength(
      2,
    );
  });

  it('discloses nothing when it finds a person whom it does not name', async () => {
    const rows = [await row('a', 'nevnt'), await row('b', 'ikke nevnt')];
    await expect(vault.disclosure.disclose(viewer, 'CASEWORK', ['a'], () => rows, unnoted)).rejects.toThrow(
      DisclosureRefused,
    );
  });

  it('lets names of parties and of the unit come along', async () => {
    const party = await sealOne(vault, {
      owner: 'party-9',
      class: 'PARTY',
      stream: 'party-1576.party-9',
      text: 'Testulf',
    });
    const unit = await sealOne(vault, {
      owner: '1576',
      class: 'UNIT',
      stream: 'municipality-1576.profile',
      text: 'Aure',
    });
    expect(
      await vault.disclosure.disclose(viewer, 'CASEWORK', ['a'], () => ({ party, unit }), unnoted),
    ).toEqual({
      party: 'Testulf',
      unit: 'Aure',
    });
  });

  it('opens what is held in memory under the same conditions as what is sealed', async () => {
    const index = new NameIndex(vault.keys);
    const text = await sealOne(vault, {
      owner: 'held',
      class: 'PERSON',
      stream: 'subject-1576.held',
      text: 'Testine',
    });
    await index.load([{ tenant: '1576', id: 'held', kind: 'SUBJECT', givenName: text }]);
    const held = () => ({ name: index.held('1576', 'held')?.givenName });
    const { disclosure } = vault;
    expect(await disclosure.disclose(viewer, 'OVERVIEW', ['held'], held, unnoted)).toEqual({
      name: 'Testine',
    });
    await expect(disclosure.disclose(viewer, 'OVERVIEW', ['another'], held, unnoted)).rejects.toThrow(
      DisclosureRefused,
    );
    const elsewhere = { ...viewer, tenants: ['5001'] };
    await expect(disclosure.disclose(elsewhere, 'OVERVIEW', ['held'], held, unnoted)).rejects.toThrow(
      DisclosureRefused,
    );
    const destroyedMeanwhile = () => {
      const found = held();
      index.forget({ tenant: '1576', owner: 'held' });
      return found;
    };
    expect(await disclosure.disclose(viewer, 'OVERVIEW', ['held'], destroyedMeanwhile, unnoted)).toEqual({
      name: DISPOSED,
    });
  });

  it.each([[[]], [['']]])('names someone: %j is refused before the query runs', async (subjectIds) => {
    let ran = false;
    const query = () => ((ran = true), []);
    await expect(vault.disclosure.disclose(viewer, 'CASEWORK', subjectIds, query, unnoted)).rejects.toThrow(
      DisclosureRefused,
    );
    expect(ran).toBe(false);
  });

  it('needs a known purpose', async () => {
    await expect(
      vault.disclosure.disclose(viewer, 'CURIOSITY' as 'CASEWORK', ['a'], () => [], unnoted),
    ).rejects.toThrow(DisclosureRefused);
  });

  it('discloses nothing when one key is lost', async () => {
    const rows = [await row('a', 'finnes'), await row('lost', 'tapt')];
    await fixture.pool.query(`delete from vault.keys where owner = 'lost'`);
    const fresh = await fixture.open();
    await expect(
      fresh.disclosure.disclose(viewer, 'OVERVIEW', subjectsOf, () => rows, unnoted),
    ).rejects.toThrow(LostKey);
  });

  it('hands on what the query fails with', async () => {
    const failing = () => Promise.reject(new Error('the read model is halted'));
    await expect(vault.disclosure.disclose(viewer, 'CASEWORK', ['a'], failing, unnoted)).rejects.toThrow(
      'the read model is halted',
    );
  });
});
