import { jest } from '@jest/globals';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  derivedId,
  KeyReused,
  madeId,
  type Sealed,
  type RecordedInErrorReason,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { partyEvents, partyStream } from '#municipality';
import { partyDecider } from '#municipality/domain/party/decide';
import { ClaimConflict, type Vault } from '#personal-data';
import { coordinationEvents, openForSubjects, standingForSubjects } from '#coordination';
import { subjectEvents, subjectOf, subjectStream } from '#subject';
import { createVaultFixture, type VaultFixture } from '../../personal-data/test/vault.testing.js';
import {
  ReviseSubjectEventCommand,
  ReviseSubjectEventHandler,
} from '../src/application/revise-subject-event.js';
import { confirmDisposal, disposalsIn, requestDisposal } from '../src/application/dispose-personal-data.js';
import { confirmEntryDisposal, requestEntryDisposal } from '../src/application/dispose-entry.js';
import { LinkIdentityCommand, LinkIdentityHandler } from '../src/application/link-identity.js';
import { MergeSubjectCommand, MergeSubjectHandler } from '../src/application/merge-subject.js';
import { RenameSubjectCommand, RenameSubjectHandler } from '../src/application/rename-subject.js';
import { ReplaceIdentityCommand, ReplaceIdentityHandler } from '../src/application/replace-identity.js';
import {
  RegisterSubjectCommand,
  type RegisterSubjectData,
  RegisterSubjectHandler,
} from '../src/application/register-subject.js';
import { subjectDecider } from '../src/domain/decide.js';
import { recordDisposal } from './recorded-disposal.testing.js';

const tenant = '1576';
let fixture: VaultFixture;
let vault: Vault;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
});
afterAll(() => fixture.close());

/** A number made for tests (the month raised by 80) of somebody born in 1990, on 17 May unless told; each call a new one. */
let serial = 0;
function newNumber(born = '1705'): string {
  for (;;) {
    const first = `${String(Number(born) + 80).padStart(4, '0')}90${String(serial++).padStart(3, '0')}`;
    const k1 = digit(first, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const k2 = digit(`${first}${k1}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (k1 < 10 && k2 < 10) return `${first}${k1}${k2}`;
  }
}
const digit = (text: string, weights: readonly number[]) =>
  (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11)) % 11;

function municipality(of = tenant) {
  const store = new MemoryEventStore();
  const codec = codecOf([coordinationEvents, partyEvents, subjectEvents]);
  const { keys, identityClaims: claims, disposals } = vault;
  const newRunner = () => new CommandRunner(store, codec, keys);
  const runner = newRunner();
  const testRun = serial++;
  const contextOf = (key: string | number, body?: string): CommandContext => ({
    commandId: derivedId('test', of, testRun, key),
    correlationId: String(key),
    municipality: of,
    actor: { partyId: 'party-1', role: 'CASEWORKER' },
    at: '2026-03-02T09:00:00.000Z',
    today: '2026-03-02',
    ...(body !== undefined && { body }),
  });
  const person = { givenName: 'Testine', familyName: 'Prøvesen' };
  return {
    store,
    codec,
    runner,
    contextOf,
    claims,
    register: (key: string | number, more: Partial<RegisterSubjectData> = {}, through = runner) =>
      new RegisterSubjectHandler(through, keys, claims, disposals).execute(
        new RegisterSubjectCommand({ ...person, ...more }, contextOf(key, JSON.stringify(more))),
      ),
    link: (key: string, subjectId: string, identityNumber: string, through = runner) =>
      new LinkIdentityHandler(through, keys, claims).execute(
        new LinkIdentityCommand({ subjectId, identityNumber }, contextOf(key, identityNumber)),
      ),
    replace: (key: string, subjectId: string, identityNumber: string) =>
      new ReplaceIdentityHandler(runner, keys, claims).execute(
        new ReplaceIdentityCommand(
          { subjectId, identityNumber, reasonCode: 'CHANGED_BY_REGISTER' },
          contextOf(key, identityNumber),
        ),
      ),
    merge: (key: string, subjectId: string, survivorId: string) =>
      new MergeSubjectHandler(runner, standingForSubjects(runner)).execute(
        new MergeSubjectCommand({ subjectId, survivorId, reason: 'Samme person.' }, contextOf(key)),
      ),
    correct: (key: string, subjectId: string, eventId: string, changed: Readonly<Record<string, unknown>>) =>
      new ReviseSubjectEventHandler(runner, keys, claims, standingForSubjects(runner)).execute(
        new ReviseSubjectEventCommand({ subjectId, eventId, changed, reason: 'Feil.' }, contextOf(key)),
      ),
    annul: (
      key: string,
      subjectId: string,
      eventId: string,
      reasonCode: RecordedInErrorReason = 'TYPING_ERROR',
    ) =>
      new ReviseSubjectEventHandler(runner, keys, claims, standingForSubjects(runner)).execute(
        new ReviseSubjectEventCommand({ subjectId, eventId, reasonCode, reason: 'Feil.' }, contextOf(key)),
      ),
    /** Registers staff by its own login, as its first command does. */
    staff: (
      partyId: string,
      more: { readonly at?: string; readonly by?: string; readonly role?: string } = {},
    ) => {
      const { at = '2026-03-01T09:00:00.000Z', by = partyId, role = 'CASEWORKER' } = more;
      const said = { kind: 'STAFF', name: 'Testolf Arkivar' };
      const data = { partyIsKnown: true, step: 'PartyRegistered', about: { partyId }, said, asked: {} };
      const context = { ...contextOf(partyId), at, actor: { partyId: by, role } };
      return runner.run(partyDecider, partyStream(of, partyId), { type: 'RecordStep', data }, context);
    },
    request: (key: string, subjectId: string, requestedBy = 'party-2') =>
      requestDisposal(
        { runner, open: openForSubjects(runner, '2026-03-02') },
        { subjectId, classes, legalBasis: 'ARKIVLOVA', retentionClass: 'CASE_FILE', requestedBy },
        contextOf(key),
      ),
    confirm: (key: string, subjectId: string, confirmedBy = 'party-1') =>
      confirmDisposal(
        { runner, open: openForSubjects(runner, '2026-03-02'), disposals },
        { subjectId, confirmedBy },
        contextOf(key),
      ),
    rename: (key: string, subjectId: string) =>
      new RenameSubjectHandler(runner).execute(
        new RenameSubjectCommand(
          { subjectId, givenName: 'Testolf', familyName: 'Feil', validFrom: '2026-02-01' },
          contextOf(key),
        ),
      ),
    ofEntry: (subjectId: string, entry: string) => {
      const parts = { runner, store, codec };
      const about = { subjectId, entryStream: subjectStream(of, subjectId), entry };
      return {
        request: (key: string, requestedBy = 'party-2') =>
          requestEntryDisposal(parts, { ...about, legalBasis: 'GDPR_17', requestedBy }, contextOf(key)),
        confirm: (key: string, confirmedBy = 'party-1') =>
          confirmEntryDisposal(
            { ...parts, entries: vault.entryDisposals },
            { ...about, confirmedBy },
            contextOf(key),
          ),
      };
    },
    appoint: (key: string, subjectId: string) =>
      store.append(`coordination-${of}.${subjectId}`, 'no_stream', [appointment(key, of, subjectId)]),
    /** As far as the log, and then the process died. */
    recordDisposal: (key: string, subjectId: string) =>
      recordDisposal(runner, subjectId, classes, contextOf(key)),
    whose: async (identityNumber: string) => (await claims.find({ tenant: of, identityNumber }))?.subjectId,
    look: (subjectId: string) => runner.look(subjectDecider, subjectStream(of, subjectId)),
    newRunner,
  };
}
const classes = ['PERSON', 'CASE', 'COORDINATION'] as const;

/** A coordinator, as recorded. */
const appointment = (id: string, municipality: string, subjectId: string) => ({
  id,
  type: 'CoordinatorAppointed',
  data: {
    subjectId,
    appointmentId: 'a',
    caseId: 'c',
    kind: 'ORDINARY',
    wishFollowed: 'YES',
    coordinatorId: 'party-1',
    validFrom: '2026-01-01',
    temporary: false,
  },
  metadata: {
    $correlationId: 'c',
    $causationId: 'c',
    municipality,
    actor: { partyId: 'party-1', role: 'LEADER' },
    occurredOn: '2026-01-01',
    recordedAt: '2026-01-01T09:00:00.000Z',
    schemaVersion: 1,
  },
});
const rejection = (code: string) => ({ name: 'Rejection', code: `subject/${code}` });

const sealedIn = (event: { readonly data: object } | undefined, field: string) =>
  (event?.data as Readonly<Record<string, Sealed>> | undefined)?.[field] as Sealed;

describe('A registration', () => {
  it('takes the birth from the number and seals all but the year', async () => {
    const { register, look } = municipality();
    const { subjectId, isNew } = await register('a', { identityNumber: newNumber() });
    expect(isNew).toBe(true);
    const { effective } = await look(subjectId);
    const [event] = effective;
    expect(event?.data).toMatchObject({ birthYear: 1990, birthDate: { v: 1 }, identityNumber: { v: 1 } });
    expect(await vault.keys.open([sealedIn(event, 'birthDate')])).toEqual([
      { status: 'open', text: '1990-05-17' },
    ]);
  });

  it('answers a known number with whose it is, and records nothing', async () => {
    const { register, store } = municipality();
    const identityNumber = newNumber();
    const first = await register('a', { identityNumber });
    const again = await register('b', { identityNumber, givenName: 'Testolf' });
    expect(again).toMatchObject({ subjectId: first.subjectId, isNew: false });
    expect(again.receipt.revision).toBe(0n);
    expect(store.all).toHaveLength(1);
  });

  it('makes one person of 64 requests for one number, through several processes', async () => {
    const { register, store, newRunner } = municipality();
    const identityNumber = newNumber();
    const processes = Array.from({ length: 4 }, newRunner);
    const registered = await Promise.all(
      Array.from({ length: 64 }, (_, n) => n).map((n) => register(n, { identityNumber }, processes[n % 4])),
    );
    expect(new Set(registered.map(({ subjectId }) => subjectId)).size).toBe(1);
    expect(registered.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(store.all).toHaveLength(1);
  });

  it('makes one person of one request that comes 64 times', async () => {
    const { register, store } = municipality();
    const identityNumber = newNumber();
    const registered = await Promise.all(
      Array.from({ length: 64 }, () => 0).map(() => register('a', { identityNumber })),
    );
    expect(registered.every(({ isNew }) => isNew)).toBe(true);
    expect(store.all).toHaveLength(1);
  });

  it('makes two persons of two requests without a number', async () => {
    const { register } = municipality();
    const [one, other] = [await register('a'), await register('b')];
    expect(one.subjectId).not.toBe(other.subjectId);
  });

  it('completes what another request claimed and did not live to record', async () => {
    const { register, claims, contextOf, store } = municipality();
    const identityNumber = newNumber();
    const { commandId } = contextOf('dead');
    const subjectId = madeId(commandId, 'subject');
    await claims.claim({ tenant, identityNumber, subjectId, commandId });
    await expect(register('next', { identityNumber })).resolves.toMatchObject({ subjectId, isNew: true });
    await expect(register('dead', { identityNumber })).resolves.toMatchObject({ subjectId, isNew: false });
    expect(store.all).toHaveLength(1);
  });

  it('keeps municipalities apart', async () => {
    const identityNumber = newNumber();
    const [here, there] = [municipality(), municipality('4203')];
    const one = await here.register('a', { identityNumber });
    const other = await there.register('a', { identityNumber });
    expect(other.isNew).toBe(true);
    expect(other.subjectId).not.toBe(one.subjectId);
  });

  it('refuses another request under the same key, whatever part of it differs', async () => {
    const { register, whose } = municipality();
    const [identityNumber, another] = [newNumber(), newNumber()];
    await register('a', { identityNumber });
    await expect(register('a', { identityNumber, givenName: 'Testolf' })).rejects.toBeInstanceOf(KeyReused);
    await expect(register('a', { identityNumber: another })).rejects.toBeInstanceOf(KeyReused);
    await expect(register('a')).rejects.toBeInstanceOf(KeyReused);
    await register('b');
    await expect(register('b', { identityNumber: another })).rejects.toBeInstanceOf(KeyReused);
    expect(await whose(another)).toBeUndefined();
  });

  it('refuses another number under the same key also when nothing was recorded yet', async () => {
    const { register, claims, contextOf } = municipality();
    const { commandId } = contextOf('dead');
    await claims.claim({
      tenant,
      identityNumber: newNumber(),
      subjectId: madeId(commandId, 'subject'),
      commandId,
    });
    await expect(register('dead', { identityNumber: newNumber() })).rejects.toBeInstanceOf(ClaimConflict);
  });

  it('refuses a number that is none and a date that is another, and claims nothing then', async () => {
    const { register, whose, store } = municipality();
    const identityNumber = newNumber();
    const mistyped = `${identityNumber.slice(0, 10)}${(Number(identityNumber[10]) + 1) % 10}`;
    await expect(register('a', { identityNumber: mistyped })).rejects.toMatchObject(
      rejection('bad-identity-number'),
    );
    await expect(register('b', { identityNumber, birthDate: '1990-05-18' })).rejects.toMatchObject(
      rejection('birth-date-differs'),
    );
    await expect(register('c', { birthDate: '2026-03-03' })).rejects.toMatchObject(
      rejection('impossible-birth-date'),
    );
    expect(await whose(identityNumber)).toBeUndefined();
    expect(store.all).toEqual([]);
  });
});

describe('A number that comes later', () => {
  it('is the person’s from then on', async () => {
    const { register, link, whose, runner } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a');
    const { receipt } = await link('b', subjectId, identityNumber);
    expect(await whose(identityNumber)).toBe(subjectId);
    expect(await subjectOf(runner, tenant, subjectId)).toMatchObject({ exists: true, birthYear: 1990 });
    await expect(register('c', { identityNumber })).resolves.toMatchObject({ subjectId, isNew: false });
    expect((await link('b', subjectId, identityNumber)).receipt).toMatchObject({
      repeated: true,
      revision: receipt.revision,
    });
    expect((await link('d', subjectId, identityNumber)).receipt.events).toEqual([]);
  });

  it('is refused when another person has it, and when the person has another', async () => {
    const { register, link, whose } = municipality();
    const [mine, theirs, another] = [newNumber(), newNumber(), newNumber()];
    const me = await register('a', { identityNumber: mine });
    const they = await register('b', { identityNumber: theirs });
    const nobody = await register('c');
    await expect(link('d', nobody.subjectId, theirs)).rejects.toMatchObject(rejection('identity-known'));
    await expect(link('e', me.subjectId, another)).rejects.toMatchObject(rejection('has-identity'));
    expect(await whose(another)).toBeUndefined();
    expect(await whose(theirs)).toBe(they.subjectId);
    await expect(link('f', 'nobody', another)).rejects.toMatchObject(rejection('no-such-subject'));
  });

  it('is refused when it tells another day of birth than the record', async () => {
    const { register, link, correct, whose } = municipality();
    const identityNumber = newNumber();
    const { subjectId, receipt } = await register('a', { birthDate: '2015-05-17' });
    await expect(link('b', subjectId, identityNumber)).rejects.toMatchObject(rejection('birth-date-differs'));
    expect(await whose(identityNumber)).toBeUndefined();
    await correct('c', subjectId, receipt.events[0]?.id ?? '', { birthDate: '1990-05-17' });
    await link('d', subjectId, identityNumber);
    expect(await whose(identityNumber)).toBe(subjectId);
  });

  it('is linked once when many ask at the same time', async () => {
    const { register, link, newRunner, look } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a');
    const processes = Array.from({ length: 4 }, newRunner);
    await Promise.all(
      Array.from({ length: 16 }, (_, n) => n).map((n) =>
        link(`link ${n}`, subjectId, identityNumber, processes[n % 4]),
      ),
    );
    expect((await look(subjectId)).history).toHaveLength(2);
  });
});

describe('A correction of a number', () => {
  it('that was cut short after it was recorded gives the wrong one up when it comes again', async () => {
    const { register, correct, runner, claims, contextOf, whose } = municipality();
    const [wrong, right] = [newNumber(), newNumber()];
    const { subjectId, receipt } = await register('a', { identityNumber: wrong });
    const eventId = receipt.events[0]?.id ?? '';
    const context = contextOf('b');
    await claims.claim({ tenant, identityNumber: right, subjectId, commandId: context.commandId });
    const changed = { identityNumber: right };
    const days = { birthDiffers: false, outOfOrder: false };
    const data = { subjectId, eventId, changed, reason: 'Feil.', ...days, partyIsKnown: true };
    const stream = subjectStream(tenant, subjectId);
    await runner.run(subjectDecider, stream, { type: 'CorrectSubjectEvent', data }, context);
    expect(await whose(wrong)).toBe(subjectId);
    await correct('b', subjectId, eventId, changed);
    expect([await whose(wrong), await whose(right)]).toEqual([undefined, subjectId]);
  });

  it('claims the right one and gives the wrong one up', async () => {
    const { register, correct, whose } = municipality();
    const [wrong, right] = [newNumber(), newNumber()];
    const { subjectId, receipt } = await register('a', { identityNumber: wrong });
    const eventId = receipt.events[0]?.id ?? '';
    await correct('b', subjectId, eventId, { identityNumber: right });
    expect([await whose(wrong), await whose(right)]).toEqual([undefined, subjectId]);
    const owner = await register('c', { identityNumber: wrong });
    expect(owner.isNew).toBe(true);
    await expect(correct('d', subjectId, eventId, { identityNumber: wrong })).rejects.toMatchObject(
      rejection('identity-known'),
    );
    expect([await whose(wrong), await whose(right)]).toEqual([owner.subjectId, subjectId]);
  });

  it('is answered alike when it comes again, whoever has the number by then', async () => {
    const { register, link, correct, whose } = municipality();
    const [wrong, right] = [newNumber(), newNumber()];
    const { subjectId } = await register('a');
    const { receipt } = await link('b', subjectId, wrong);
    await correct('c', subjectId, receipt.events[0]?.id ?? '', { identityNumber: right });
    const owner = await register('d', { identityNumber: wrong });
    expect((await link('b', subjectId, wrong)).receipt).toMatchObject({ repeated: true, revision: 1n });
    await expect(link('b', subjectId, right)).rejects.toBeInstanceOf(KeyReused);
    expect([await whose(wrong), await whose(right)]).toEqual([owner.subjectId, subjectId]);
  });

  it('gives up one that is emptied, and claims none for what cannot be recorded', async () => {
    const { register, correct, whose } = municipality();
    const [mine, another] = [newNumber(), newNumber()];
    const { subjectId, receipt } = await register('a', { identityNumber: mine });
    const eventId = receipt.events[0]?.id ?? '';
    await expect(
      correct('b', subjectId, eventId, { identityNumber: another, givenName: '' }),
    ).rejects.toMatchObject({ name: 'InvalidFact' });
    expect([await whose(mine), await whose(another)]).toEqual([subjectId, undefined]);
    await correct('c', subjectId, eventId, { identityNumber: null });
    expect(await whose(mine)).toBeUndefined();
  });

  it('leaves the number where it was when it is refused', async () => {
    const { register, correct, whose } = municipality();
    const [mine, another] = [newNumber(), newNumber()];
    const { subjectId } = await register('a', { identityNumber: mine });
    await expect(correct('b', subjectId, 'nowhere', { identityNumber: another })).rejects.toMatchObject(
      rejection('no-such-event'),
    );
    expect([await whose(mine), await whose(another)]).toEqual([subjectId, undefined]);
  });

  it('gives the wrong one up when it comes again, if the vault failed to', async () => {
    const { register, link, correct, annul, whose, claims } = municipality();
    const [wrong, right, linkedWrong] = [newNumber(), newNumber(), newNumber()];
    const cutShort = () =>
      jest.spyOn(claims, 'release').mockRejectedValueOnce(new Error('the vault does not answer'));
    const { subjectId, receipt } = await register('a', { identityNumber: wrong });
    cutShort();
    await expect(
      correct('b', subjectId, receipt.events[0]?.id ?? '', { identityNumber: right }),
    ).rejects.toThrow('the vault does not answer');
    const other = await register('c');
    const linked = await link('d', other.subjectId, linkedWrong);
    cutShort();
    await expect(annul('e', other.subjectId, linked.receipt.events[0]?.id ?? '')).rejects.toThrow(
      'the vault does not answer',
    );
    expect([await whose(wrong), await whose(linkedWrong)]).toEqual([subjectId, other.subjectId]);

    const owner = await register('f', { identityNumber: wrong });
    expect(owner.isNew).toBe(true);
    const third = await register('g');
    await link('h', third.subjectId, linkedWrong);
    expect([await whose(wrong), await whose(right), await whose(linkedWrong)]).toEqual([
      owner.subjectId,
      subjectId,
      third.subjectId,
    ]);
  });

  it('may bring back a number that the vault failed to give up', async () => {
    const { register, correct, whose, claims } = municipality();
    const [mine, another] = [newNumber(), newNumber()];
    const { subjectId, receipt } = await register('a', { identityNumber: mine });
    const eventId = receipt.events[0]?.id ?? '';
    jest.spyOn(claims, 'release').mockRejectedValueOnce(new Error('the vault does not answer'));
    await expect(correct('b', subjectId, eventId, { identityNumber: another })).rejects.toThrow();
    await correct('c', subjectId, eventId, { identityNumber: mine });
    expect([await whose(mine), await whose(another)]).toEqual([subjectId, undefined]);
    await expect(register('d', { identityNumber: mine })).resolves.toMatchObject({ subjectId, isNew: false });
  });

  it('is refused, as one of the date, where the two would tell two days of birth', async () => {
    const { register, link, correct, whose } = municipality();
    const [number, another] = [newNumber(), newNumber('0606')];
    const { subjectId, receipt } = await register('a', { birthDate: '1990-05-17' });
    const registration = receipt.events[0]?.id ?? '';
    const linked = await link('b', subjectId, number);
    const linking = linked.receipt.events[0]?.id ?? '';
    await expect(correct('c', subjectId, registration, { birthDate: '1990-06-06' })).rejects.toMatchObject(
      rejection('birth-date-differs'),
    );
    await expect(correct('d', subjectId, linking, { identityNumber: another })).rejects.toMatchObject(
      rejection('birth-date-differs'),
    );
    expect([await whose(number), await whose(another)]).toEqual([subjectId, undefined]);
    expect((await link('b', subjectId, number)).receipt.repeated).toBe(true);
  });

  it('of the date is not taken back where the first date and a number would tell two days', async () => {
    const { register, link, correct, annul } = municipality();
    const { subjectId, receipt } = await register('a', { birthDate: '1999-01-01' });
    const dated = await correct('b', subjectId, receipt.events[0]?.id ?? '', { birthDate: '1990-05-17' });
    const correctionId = dated.receipt.events[0]?.id ?? '';
    const linked = await link('c', subjectId, newNumber());
    await expect(annul('d', subjectId, correctionId)).rejects.toMatchObject(rejection('birth-date-differs'));
    await annul('e', subjectId, linked.receipt.events[0]?.id ?? '');
    await annul('f', subjectId, correctionId);
  });

  it('takes the birth date along where both stand in the registration', async () => {
    const { register, correct, look } = municipality();
    const { subjectId, receipt } = await register('a', { identityNumber: newNumber() });
    const eventId = receipt.events[0]?.id ?? '';
    await correct('b', subjectId, eventId, { identityNumber: newNumber('0606') });
    const { effective } = await look(subjectId);
    expect(await vault.keys.open([sealedIn(effective[0], 'birthDate')])).toEqual([
      { status: 'open', text: '1990-06-06' },
    ]);
    await expect(correct('c', subjectId, eventId, { birthDate: '1990-05-17' })).rejects.toMatchObject(
      rejection('birth-date-differs'),
    );
    await correct('d', subjectId, eventId, { givenName: 'Testolf' });
  });

  it('keeps birth date and year together', async () => {
    const { register, correct, runner } = municipality();
    const { subjectId, receipt } = await register('a', { birthDate: '1990-05-17' });
    await correct('b', subjectId, receipt.events[0]?.id ?? '', { birthDate: '1991-05-17' });
    expect((await subjectOf(runner, tenant, subjectId)).birthYear).toBe(1991);
  });

  it('by annulling its linking gives it up', async () => {
    const { register, link, annul, whose } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a');
    const { receipt } = await link('b', subjectId, identityNumber);
    await annul('c', subjectId, receipt.events[0]?.id ?? '');
    expect(await whose(identityNumber)).toBeUndefined();
  });
});

describe('A second registration of a person', () => {
  it('is taken back, its coordination looked at, and brought back', async () => {
    const { register, annul, link, runner } = municipality();
    const { subjectId, receipt } = await register('a');
    const taken = await annul('b', subjectId, receipt.events[0]?.id ?? '', 'DUPLICATE');
    expect(taken.receipt.events[0]?.metadata.basis).toEqual([
      { stream: `coordination-${tenant}.${subjectId}`, revision: -1 },
    ]);
    expect(await subjectOf(runner, tenant, subjectId)).toMatchObject({ exists: false });
    await expect(link('c', subjectId, newNumber())).rejects.toMatchObject(rejection('no-such-subject'));
    await annul('d', subjectId, taken.receipt.events[0]?.id ?? '');
    expect(await subjectOf(runner, tenant, subjectId)).toMatchObject({ exists: true });
  });

  it('gives its number up first', async () => {
    const { register, correct, annul, link, whose } = municipality();
    const identityNumber = newNumber();
    const kept = await register('a');
    const { subjectId, receipt } = await register('b', { identityNumber });
    const eventId = receipt.events[0]?.id ?? '';
    await expect(annul('c', subjectId, eventId, 'DUPLICATE')).rejects.toMatchObject(
      rejection('has-identity'),
    );
    await correct('d', subjectId, eventId, { identityNumber: null });
    await annul('e', subjectId, eventId, 'DUPLICATE');
    await link('f', kept.subjectId, identityNumber);
    expect(await whose(identityNumber)).toBe(kept.subjectId);
  });
});

describe('C2 A number in the place of another', () => {
  it('finds the person as the one of before does, which nobody else gets', async () => {
    const { register, replace, link, whose } = municipality();
    const [before, now] = [newNumber(), newNumber('0101')];
    const { subjectId } = await register('a', { identityNumber: before });
    await replace('b', subjectId, now);
    expect([await whose(before), await whose(now)]).toEqual([subjectId, subjectId]);
    expect(await register('c', { identityNumber: before })).toMatchObject({ subjectId, isNew: false });
    const other = await register('d');
    await expect(link('e', other.subjectId, before)).rejects.toMatchObject(rejection('identity-known'));
    await expect(replace('f', subjectId, before)).rejects.toMatchObject(rejection('identity-replaced'));
    expect((await replace('g', subjectId, now)).receipt.events).toEqual([]);
  });

  it('is free again where it was recorded in error, and the one of before is not', async () => {
    const { register, replace, annul, whose } = municipality();
    const [before, now] = [newNumber(), newNumber()];
    const { subjectId } = await register('a', { identityNumber: before });
    const { receipt } = await replace('b', subjectId, now);
    await annul('c', subjectId, receipt.events[0]?.id ?? '');
    expect([await whose(before), await whose(now)]).toEqual([subjectId, undefined]);
    const other = await register('d', { identityNumber: now });
    expect(other.isNew).toBe(true);
    await expect(replace('e', subjectId, now)).rejects.toMatchObject(rejection('identity-known'));
  });

  it('tells the day of birth in the place of what was told before', async () => {
    const { register, replace, correct, look } = municipality();
    const { subjectId, receipt } = await register('a', { identityNumber: newNumber('1705') });
    await replace('b', subjectId, newNumber('0203'));
    await correct('c', subjectId, receipt.events[0]?.id ?? '', { givenName: 'Testolf' });
    expect((await look(subjectId)).state).toMatchObject({ hasIdentity: true, birthYear: 1990 });
  });
});

describe('C4 Merged registrations', () => {
  it('are found under the survivor by the number of either', async () => {
    const { register, merge, runner } = municipality();
    const number = newNumber();
    const { subjectId } = await register('a', { identityNumber: number });
    const survivor = await register('b');
    await merge('c', subjectId, survivor.subjectId);
    await merge('c', subjectId, survivor.subjectId);
    expect(await register('d', { identityNumber: number })).toMatchObject({
      subjectId: survivor.subjectId,
      isNew: false,
    });
    const asked = await subjectOf(runner, tenant, subjectId);
    expect(asked).toMatchObject({
      survivorId: survivor.subjectId,
      registrations: [survivor.subjectId, subjectId],
      coordinatedAs: survivor.subjectId,
    });
  });

  it('do not take each other along, however close they come', async () => {
    const { register, merge, runner } = municipality();
    const [one, other] = [await register('a'), await register('b')];
    const done = await Promise.allSettled([
      merge('c', one.subjectId, other.subjectId),
      merge('d', other.subjectId, one.subjectId),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const found = await Promise.all(
      [one, other].map(({ subjectId }) => subjectOf(runner, tenant, subjectId)),
    );
    expect(new Set(found.map(({ survivorId }) => survivorId)).size).toBe(1);
  });

  it('are disposed of together', async () => {
    const { register, merge, staff, request, confirm, look } = municipality();
    await staff('party-1');
    await staff('party-2');
    const [one, survivor] = [await register('a'), await register('b')];
    await merge('c', one.subjectId, survivor.subjectId);
    await request('d', survivor.subjectId);
    await confirm('e', survivor.subjectId);
    expect(await confirm('f', survivor.subjectId)).toMatchObject({ repeated: true });
    for (const { subjectId } of [one, survivor]) {
      const { effective, state } = await look(subjectId);
      expect(state.disposed).toContain('PERSON');
      expect(await vault.keys.open([sealedIn(effective[0], 'givenName')])).toEqual([{ status: 'disposed' }]);
    }
  });

  it('are disposed of together or not at all: neither that was not asked for, nor while anything is open under the other', async () => {
    const { register, merge, staff, appoint, request, confirm, look } = municipality();
    await staff('party-1');
    await staff('party-2');
    const [one, survivor] = [await register('a'), await register('b')];
    await request('c', survivor.subjectId);
    await merge('d', one.subjectId, survivor.subjectId);
    await expect(confirm('e', survivor.subjectId)).rejects.toMatchObject(rejection('not-requested'));
    await request('f', one.subjectId);
    const appointed = '0192f000-0000-4000-8000-000000000002';
    await appoint(appointed, one.subjectId);
    await expect(confirm('g', survivor.subjectId)).rejects.toMatchObject({
      ...rejection('rests-on'),
      restsOn: [{ eventId: appointed, type: 'CoordinatorAppointed' }],
    });
    for (const { subjectId } of [one, survivor]) {
      expect((await look(subjectId)).state).toMatchObject({
        disposed: [],
        disposalRequest: { requestedBy: 'party-2' },
      });
    }
  });
});

describe('A4 A disposal of one entry’s texts', () => {
  it('takes an entry that was recorded in error and two persons, and leaves the rest, of a merged registration too', async () => {
    const { register, rename, annul, merge, staff, ofEntry, look } = municipality();
    await staff('party-1');
    await staff('party-2');
    const [{ subjectId }, survivor] = [await register('a'), await register('b')];
    const entry = (await rename('c', subjectId)).receipt.events[0];
    const { request, confirm } = ofEntry(subjectId, entry?.id ?? '');
    await expect(request('d')).rejects.toMatchObject(rejection('entry-stands'));
    await annul('e', subjectId, entry?.id ?? '', 'WRONG_PERSON');
    await merge('f', subjectId, survivor.subjectId);
    await expect(confirm('g')).rejects.toMatchObject(rejection('not-requested'));
    await expect(ofEntry(survivor.subjectId, entry?.id ?? '').request('h')).rejects.toMatchObject(
      rejection('no-such-event'),
    );
    await request('i');
    await expect(confirm('j', 'party-2')).rejects.toMatchObject(rejection('two-persons'));
    const { events } = await confirm('k');
    expect(events).toMatchObject([{ type: 'EntryTextsDisposed', data: { entry: entry?.id } }]);
    expect(await confirm('l')).toMatchObject({ repeated: true });
    const { history } = await look(subjectId);
    const open = (event: (typeof history)[number] | undefined, field: string) =>
      vault.keys.open([sealedIn(event, field)]);
    expect(await open(entry, 'givenName')).toEqual([{ status: 'disposed' }]);
    const annulment = history.find(({ type }) => type === 'RecordedInErrorMarked');
    expect(await open(annulment, 'reason')).toEqual([{ status: 'disposed' }]);
    expect(await open(history[0], 'givenName')).toEqual([{ status: 'open', text: 'Testine' }]);
  });
});

describe('A1 A disposal', () => {
  it('A1 takes two persons who each had logged in before it was asked for', async () => {
    const { register, staff, request, confirm, look } = municipality();
    const { subjectId } = await register('a');
    await expect(request('b', subjectId)).rejects.toMatchObject(rejection('unknown-party'));
    await staff('typed-in', { by: 'party-9' });
    await staff('coordinator', { role: 'COORDINATOR' });
    await staff('party-2');
    for (const requester of ['typed-in', 'coordinator']) {
      await expect(request('b', subjectId, requester)).rejects.toMatchObject(rejection('not-entitled'));
    }
    const asked = await request('b', subjectId);
    expect(asked.events[0]).toMatchObject({ type: 'DisposalRequested', data: { requestedBy: 'party-2' } });

    await staff('late', { at: '2026-03-02T09:00:00.000Z' });
    await expect(confirm('c', subjectId, 'late')).rejects.toMatchObject(rejection('two-persons'));
    await expect(confirm('c', subjectId, 'party-2')).rejects.toMatchObject(rejection('two-persons'));
    await staff('party-1', { role: 'LEADER' });
    const { events } = await confirm('c', subjectId);
    expect(events[0]).toMatchObject({
      type: 'PersonalDataDisposed',
      data: { classes, confirmedBy: 'party-1', request: asked.events[0]?.id },
      metadata: {
        basis: [
          { stream: `party-${tenant}.party-1`, revision: 0 },
          { stream: `coordination-${tenant}.${subjectId}`, revision: -1 },
        ],
      },
    });
    expect((await look(subjectId)).history).toHaveLength(3);
  });

  it('A1 is refused while anything is open, when it is asked for and when it is confirmed', async () => {
    const { register, staff, request, confirm, appoint, whose } = municipality();
    await staff('party-1');
    await staff('party-2');
    const identityNumber = newNumber();
    const { subjectId } = await register('a', { identityNumber });
    await request('b', subjectId);
    const appointed = '0192f000-0000-4000-8000-000000000001';
    await appoint(appointed, subjectId);
    const open = {
      ...rejection('rests-on'),
      restsOn: [{ eventId: appointed, type: 'CoordinatorAppointed' }],
    };
    await expect(confirm('c', subjectId)).rejects.toMatchObject(open);
    await expect(request('d', subjectId)).rejects.toMatchObject(open);
    expect(await whose(identityNumber)).toBe(subjectId);
  });

  it('leaves nothing that opens, and nothing that leads back to the person', async () => {
    const { register, staff, request, confirm, look, whose, link } = municipality();
    await staff('party-1');
    await staff('party-2');
    const identityNumber = newNumber();
    const { subjectId } = await register('a', { identityNumber });
    await request('b', subjectId);
    await confirm('c', subjectId);
    const { effective } = await look(subjectId);
    expect(await vault.keys.open([sealedIn(effective[0], 'givenName')])).toEqual([{ status: 'disposed' }]);
    expect(await whose(identityNumber)).toBeUndefined();
    await expect(link('d', subjectId, identityNumber)).rejects.toMatchObject(rejection('disposed'));
    await expect(register('e', { identityNumber })).resolves.toMatchObject({ isNew: true });
  });

  it('is recorded once, and confirmed again it finishes what was cut short', async () => {
    const { register, staff, request, confirm, look } = municipality();
    await staff('party-1');
    await staff('party-2');
    const { subjectId } = await register('a');
    await request('b', subjectId);
    const first = await confirm('c', subjectId);
    expect(await confirm('d', subjectId)).toMatchObject({ repeated: true, revision: first.revision });
    expect((await request('e', subjectId)).events).toEqual([]);
    expect((await look(subjectId)).history).toHaveLength(3);
  });

  it('that was cut short is finished when the number comes again, as a new person’s', async () => {
    const { register, recordDisposal } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a', { identityNumber });
    await recordDisposal('b', subjectId);
    const anew = await register('c', { identityNumber });
    expect(anew.isNew).toBe(true);
    expect(anew.subjectId).not.toBe(subjectId);
  });

  it('is found in the log, to be applied again at start', async () => {
    const { register, recordDisposal, whose, store, codec } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a', { identityNumber });
    const { events } = await recordDisposal('b', subjectId);
    await register('c');
    expect(await vault.disposals.reapply(disposalsIn(store, codec))).toBe(1);
    expect(await vault.disposals.reapply(disposalsIn(store, codec))).toBe(0);
    expect(await whose(identityNumber)).toBeUndefined();
    expect(events).toHaveLength(1);
  });
});
