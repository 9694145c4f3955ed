import { caseEvents, caseStream } from '#casework';
import type { CommandRunner, IntentOf } from '#event-sourcing';
import { contextOf, livedLog, tenant } from '../application/log.testing.js';
import { coordinationDecider } from '../domain/decide.js';
import { intent, subjectId } from '../domain/facts.testing.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { coordinationStream } from '../questions.js';
import { formConsent } from './form-consent.js';

const clock = { at: () => '2026-03-02T10:00:00.000Z', today: () => '2026-03-02' };
const caseId = 'case-of-form';
const consent = {
  consentScopes: ['PLAN', 'SHARE'],
  consentGivenBy: 'SUBJECT',
  consentGivenOn: '2026-02-02',
} as const;

async function withForm(differs: object = {}, person: Parameters<typeof livedLog>[0] = {}) {
  const log = await livedLog(person);
  const stream = caseStream(tenant, caseId);
  const tell = (type: string, data: object) =>
    log.record(caseEvents, stream, {
      type,
      data: { ...('corrects' in data ? {} : { caseId }), subjectId, ...data },
    } as never);
  await tell('ApplicationReceived', {
    items: ['INDIVIDUAL_PLAN'],
    receivedOn: '2026-02-03',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
    ...consent,
    ...differs,
  });
  /** Shows the reactor every entry of the case. */
  const react = async () => {
    for (const stored of log.store.all.filter((one) => one.stream === stream)) {
      if (formConsent.passesOver?.has(stored.type)) continue;
      await formConsent.react(log.codec.decode(stored), log.runner, clock);
    }
  };
  const consents = async () => (await log.coordination()).effective.map(({ data }) => data);
  const opening = () => log.store.all.find((one) => one.stream === stream)?.id ?? '';
  const run = (key: string, wish: IntentOf<CoordinationIntent>) =>
    log.runner.run(coordinationDecider, coordinationStream(tenant, subjectId), wish, contextOf(key));
  return { ...log, tell, react, consents, opening, run };
}
const given = { scopes: ['PLAN', 'SHARE'], givenBy: 'SUBJECT', givenOn: '2026-02-02', caseId };

describe('The reactor to a form’s consent statement', () => {
  it('looks nowhere when a form opens a case without a word of consent', async () => {
    const { codec, store } = await withForm({
      consentScopes: undefined,
      consentGivenBy: undefined,
      consentGivenOn: undefined,
    });
    const stored = store.all.find(({ type }) => type === 'ApplicationReceived');
    const nowhere = new Proxy({} as CommandRunner, {
      get: () => {
        throw new Error('It looked');
      },
    });
    await expect(formConsent.react(codec.decode(stored!), nowhere, clock)).resolves.toBeUndefined();
  });

  it('records a consent with giver, day and the case, once (U2)', async () => {
    const log = await withForm();
    await log.react();
    await log.react();
    expect(await log.consents()).toMatchObject([given]);
    const { history } = await log.coordination();
    expect(history.at(-1)?.metadata.actor.role).toBe('SYSTEM');
  });

  it('records none without the statement, and none before the form is signed (U2)', async () => {
    const without = { consentScopes: undefined, consentGivenBy: undefined, consentGivenOn: undefined };
    const bare = await withForm(without);
    await bare.react();
    expect(await bare.consents()).toEqual([]);
    const log = await withForm({ signed: false });
    await log.react();
    expect(await log.consents()).toEqual([]);
    await log.tell('ApplicationCompleted', { what: ['SIGNATURE'], completedOn: '2026-02-09' });
    await log.react();
    expect(await log.consents()).toMatchObject([{ ...given, givenOn: '2026-02-09' }]);
  });

  it('takes it back with an application that was recorded in error, and changes it with a correction (U2)', async () => {
    const log = await withForm();
    await log.react();
    const corrects = log.opening();
    await log.tell('ApplicationReceivedCorrected', {
      corrects,
      changed: { consentScopes: ['COORDINATOR'] },
      reason: 'Feil kryss.',
    });
    await log.react();
    expect(await log.consents()).toMatchObject([{ ...given, scopes: ['COORDINATOR'] }]);
    await log.tell('RecordedInErrorMarked', {
      corrects,
      reasonCode: 'WRONG_PERSON',
      reason: 'Gjaldt en annen.',
    });
    await log.react();
    expect(await log.consents()).toEqual([]);
  });

  it('records none of somebody who may be too young to consent alone, by the year alone (U2)', async () => {
    const log = await withForm({}, { birthYear: 2010 });
    await log.react();
    expect(await log.consents()).toEqual([]);
  });

  it('leaves alone what the person took back, and what somebody marked as recorded in error', async () => {
    const log = await withForm();
    await log.react();
    const [recorded] = (await log.coordination()).history;
    await log.run('annul', intent.annul(recorded?.id ?? ''));
    await log.tell('ApplicationCompleted', { what: ['SIGNATURE'], completedOn: '2026-02-09' });
    await log.react();
    expect(await log.consents()).toEqual([]);
  });
});
