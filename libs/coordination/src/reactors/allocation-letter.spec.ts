import { caseEvents, caseStream } from '#casework';
import { contextOf, livedLog, tenant } from '../application/log.testing.js';
import { coordinationDecider } from '../domain/decide.js';
import { appointed, caseId, consent, intent, subjectId } from '../domain/facts.testing.js';
import { coordinationEvents } from '../domain/events.js';
import { coordinationStream } from '../questions.js';
import { allocationLetter } from './allocation-letter.js';

const clock = { at: () => '2026-03-02T10:00:00.000Z', today: () => '2026-03-02' };
const letterId = 'letter-1';
const dispatched = {
  letterId,
  dispatchId: 'dispatch-1',
  channel: 'LETTER',
  dispatchedOn: '2026-03-01',
} as const;

/** Somebody coordinates, and the letter of it went out. */
async function withLetter(differs: object = {}) {
  const log = await livedLog();
  const stream = caseStream(tenant, caseId);
  const coordination = coordinationStream(tenant, subjectId);
  for (const fact of [consent(), appointed()]) {
    await log.record(coordinationEvents, coordination, fact as never);
  }
  const tell = (type: string, data: object) =>
    log.record(caseEvents, stream, {
      type,
      data: { ...('corrects' in data ? {} : { caseId }), subjectId, ...data },
    } as never);
  await tell('LetterIssued', {
    letterId,
    matter: 'ALLOCATION',
    template: 'allocation',
    templateVersion: 1,
    templateDigest: 'ab'.repeat(32),
    language: 'NB',
    recipient: 'SUBJECT',
    copyTo: ['COORDINATOR'],
    complaintWays: [],
    documentId: 'document-1',
    issuedOn: '2026-02-28',
    ...differs,
  });
  await tell('LetterDispatched', dispatched);
  /** Shows the reactor every entry of the case. */
  const react = async () => {
    for (const stored of log.store.all.filter((one) => one.stream === stream)) {
      if (allocationLetter.passesOver?.has(stored.type)) continue;
      await allocationLetter.react(log.codec.decode(stored), log.runner, clock);
    }
  };
  const told = async () =>
    (await log.coordination()).effective.flatMap(({ type, data }) =>
      type === 'AllocationNotified' ? [data] : [],
    );
  const idOf = (type: string) => log.store.all.find((one) => one.type === type)?.id ?? '';
  return { ...log, tell, react, told, idOf, stream: coordination };
}
const toBoth = { recipients: ['SUBJECT', 'COORDINATOR'], channel: 'LETTER', notifiedOn: '2026-03-01' };

describe('The letter that somebody coordinates', () => {
  it('tells those whom it and its copies go to when it goes out, once (F24)', async () => {
    const log = await withLetter();
    await log.react();
    await log.react();
    expect(await log.told()).toMatchObject([{ appointmentId: 'appointment-1', ...toBoth }]);
    const { history } = await log.coordination();
    expect(history.at(-1)?.metadata.actor.role).toBe('SYSTEM');
  });

  it('tells next of kin by a letter of their own, and a parent as a guardian (F24)', async () => {
    const kin = await withLetter({ recipient: 'NEXT_OF_KIN', copyTo: [] });
    await kin.react();
    expect(await kin.told()).toMatchObject([{ recipients: ['NEXT_OF_KIN'] }]);
    const parent = await withLetter({ recipient: 'PARENT', copyTo: [] });
    await parent.react();
    expect(await parent.told()).toMatchObject([{ recipients: ['GUARDIAN'] }]);
  });

  it('tells nobody where it is about something else', async () => {
    const log = await withLetter({ matter: 'REQUEST', template: 'request' });
    await log.react();
    expect(await log.told()).toEqual([]);
  });

  it('told its copies alone where it came back, and whom it is sent to again (F24)', async () => {
    const log = await withLetter();
    await log.react();
    const { dispatchId } = dispatched;
    await log.tell('LetterReturned', { letterId, dispatchId, returnedOn: '2026-03-02', cause: 'MOVED' });
    await log.react();
    expect(await log.told()).toMatchObject([{ ...toBoth, recipients: ['COORDINATOR'] }]);
    const again = { ...dispatched, dispatchId: 'dispatch-2', dispatchedOn: '2026-03-02' };
    await log.tell('LetterDispatched', again);
    await log.react();
    expect(await log.told()).toMatchObject([
      { recipients: ['COORDINATOR'] },
      { ...toBoth, notifiedOn: '2026-03-02' },
    ]);
  });

  it('told nobody where it did not go out after all, and on the day that is set right (F24)', async () => {
    const log = await withLetter();
    await log.react();
    const corrects = log.idOf('LetterDispatched');
    await log.tell('LetterDispatchedCorrected', {
      corrects,
      changed: { dispatchedOn: '2026-02-28' },
      reason: 'Feil dag.',
    });
    await log.react();
    expect(await log.told()).toMatchObject([{ ...toBoth, notifiedOn: '2026-02-28' }]);
    await log.tell('RecordedInErrorMarked', { corrects, reasonCode: 'OTHER', reason: 'Ble ikke sendt.' });
    await log.react();
    expect(await log.told()).toEqual([]);
  });

  it('leaves alone what somebody marked as recorded in error', async () => {
    const log = await withLetter();
    await log.react();
    const { history } = await log.coordination();
    const annul = intent.annul(history.at(-1)?.id ?? '');
    await log.runner.run(coordinationDecider, log.stream, annul, contextOf('annul'));
    await log.react();
    expect(await log.told()).toEqual([]);
  });
});
