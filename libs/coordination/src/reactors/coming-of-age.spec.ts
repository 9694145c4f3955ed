import { derivedId, type IntentOf, type Recorded } from '#event-sourcing';
import { contextOf, livedLog, plainKeys, tenant } from '../application/log.testing.js';
import { coordinationDecider } from '../domain/decide.js';
import { intent, subjectId } from '../domain/facts.testing.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { coordinationStream } from '../questions.js';
import { comingOfAge } from './coming-of-age.js';

const clock = { at: () => '2026-03-10T05:00:00.000Z', today: () => '2026-03-10' };
const comingOfAgeBy = () => Promise.resolve([subjectId]);

const began = (day: string) =>
  ({
    id: derivedId('day', tenant, day),
    type: 'DayBegan',
    stream: `calendar-${tenant}.days`,
    data: { municipality: tenant, day },
    metadata: { municipality: tenant, $correlationId: day },
  }) as unknown as Recorded;

/** Somebody with a child coordinator and an ordinary one. */
async function child(
  born: { readonly birthDate?: string; readonly birthYear: number },
  givenBy: 'SUBJECT' | 'PARENT' = 'SUBJECT',
) {
  const log = await livedLog(born);
  await log.decide('GRANTED');
  const run = (key: string, wish: IntentOf<CoordinationIntent>) =>
    log.runner.run(coordinationDecider, coordinationStream(tenant, subjectId), wish, contextOf(key));
  await run('consent', intent.consent({ givenBy }));
  await run('child', intent.appoint({ appointmentId: 'of-child', kind: 'CHILD', validFrom: '2026-02-02' }));
  await run('ordinary', intent.appoint({ appointmentId: 'ordinary', validFrom: '2026-02-02' }));
  const reactor = comingOfAge({ keys: plainKeys, comingOfAgeBy });
  const begin = async (...days: readonly string[]) => {
    for (const day of days) await reactor.react(began(day), log.runner, clock);
  };
  const releases = async () =>
    (await log.coordination()).history
      .filter(({ type }) => type === 'CoordinatorReleased')
      .map(({ data, metadata }) => [
        data['appointmentId'],
        data['releasedOn'],
        data['reasonCode'],
        metadata.actor.role,
      ]);
  const renewals = async () =>
    (await log.coordination()).history
      .filter(({ type }) => type === 'ConsentRenewalDue')
      .map(({ data, metadata }) => [data['consentIds'], data['dueOn'], metadata.actor.role]);
  return { begin, releases, renewals };
}
const ended = (day: string) => ['of-child', day, 'TURNED_18', 'SYSTEM'];
const week = [
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-07',
  '2026-03-08',
  '2026-03-09',
];

describe('A child coordinator', () => {
  it('ends on the 18th birthday, and the ordinary one goes on', async () => {
    const { begin, releases } = await child({ birthDate: '2008-03-04', birthYear: 2008 });
    await begin('2026-03-02', '2026-03-03');
    expect(await releases()).toEqual([]);
    await begin('2026-03-04');
    expect(await releases()).toEqual([ended('2026-03-04')]);
  });

  it('ends on that day, once, also when a week was played at once and each day comes twice', async () => {
    const { begin, releases } = await child({ birthDate: '2008-03-05', birthYear: 2008 });
    await begin(...week, ...week, '2026-03-10');
    expect(await releases()).toEqual([ended('2026-03-05')]);
  });

  it('ends after the eighteenth year where the year of birth alone is known, and not while no birth is', async () => {
    const ofYear = await child({ birthYear: 2007 });
    await ofYear.begin('2026-03-04');
    expect(await ofYear.releases()).toEqual([ended('2026-03-04')]);
    const younger = await child({ birthYear: 2008 });
    await younger.begin('2026-03-04');
    expect(await younger.releases()).toEqual([]);
  });
});

describe('What a guardian consented to', () => {
  it('is asked anew of the person on the 16th birthday, once, also when a week was played at once', async () => {
    const { begin, renewals } = await child({ birthDate: '2010-03-05', birthYear: 2010 }, 'PARENT');
    await begin('2026-03-02', '2026-03-04');
    expect(await renewals()).toEqual([]);
    await begin(...week, ...week, '2026-03-10');
    expect(await renewals()).toEqual([[['consent-1'], '2026-03-05', 'SYSTEM']]);
  });
});
