import { coordinationEvents, coordinationStream } from '#coordination';
import { takeBackEarlier } from '#coordination/application/index';
import {
  derivedId,
  type Events,
  readingOf,
  type Receipt,
  type Recorded,
  Rehearsal,
  Rejection,
  type Standing,
} from '#event-sourcing';
import { subjectEvents, subjectOf, subjectStream } from '#subject';
import { RehearsedClaims, takeBackRegistration } from '#subject/application/index';
import { importRefusals } from '../domain/step.js';
import { type Circumstances, commandOf, type ImportParts } from './parts.js';
import { recordImportStep } from './record-step.js';
import { importOf } from './take-in.js';

interface TakingBack {
  readonly importId: string;
  readonly reason: string;
}

/**
 * Refuses an import to be taken back where anything rests on what it recorded, naming the first of what does; else records that this begins. Nothing
 * else is recorded yet.
 */
export async function beginTakeBack(
  parts: ImportParts,
  { importId, reason }: TakingBack,
  circumstances: Circumstances,
): Promise<Receipt | undefined> {
  const { state } = await importOf(parts.runner, circumstances.municipality, importId);
  importRefusals.refuseIf(state.status === 'ABSENT', 'no-such-import');
  if (state.status === 'BEING_TAKEN_BACK' || state.status === 'TAKEN_BACK') return undefined;
  const resting: Standing[] = [];
  for (const subjectId of state.subjectIds) {
    const runner = new Rehearsal(parts.runner);
    const rehearsed = { ...parts, runner, claims: new RehearsedClaims(parts.claims) };
    try {
      await takeBackPerson(rehearsed, { importId, reason }, subjectId, circumstances);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      resting.push(...error.restsOn);
      if (resting.length === 0) throw error;
    }
  }
  importRefusals.refuseIf(resting.length > 0, 'rests-on', { because: '' }, resting.slice(0, 50));
  return recordImportStep(
    parts.runner,
    { step: 'ImportTakeBackBegun', importId, told: { reason } },
    commandOf(circumstances, importId, derivedId('import take-back begun', importId)),
  );
}

/** Marks all that an import recorded as recorded in error, the newest first, and says so. What was cut short is gone on with. */
export async function takeBack(
  parts: ImportParts,
  { importId, reason }: TakingBack,
  circumstances: Circumstances,
  signal?: AbortSignal,
): Promise<{ readonly entries: number }> {
  await beginTakeBack(parts, { importId, reason }, circumstances);
  const { state } = await importOf(parts.runner, circumstances.municipality, importId);
  let entries = 0;
  for (const subjectId of state.subjectIds.toReversed()) {
    signal?.throwIfAborted();
    entries += await takeBackPerson(parts, { importId, reason }, subjectId, circumstances);
  }
  await recordImportStep(
    parts.runner,
    { step: 'ImportTakenBack', importId, told: { entries } },
    commandOf(circumstances, importId, derivedId('import taken back', importId)),
  );
  return { entries };
}

/** What it recorded of one person: first of the coordination, under whatever registration, then the registration. How many entries it was. */
async function takeBackPerson(
  parts: ImportParts,
  { importId, reason }: TakingBack,
  subjectId: string,
  circumstances: Circumstances,
): Promise<number> {
  const { runner } = parts;
  const { municipality: tenant } = circumstances;
  const command = (...of: readonly string[]) =>
    commandOf(circumstances, importId, derivedId('import take-back', importId, ...of));
  const { registrations } = await subjectOf(runner, tenant, subjectId);
  let entries = 0;
  for (const one of new Set([subjectId, ...registrations])) {
    const own = await ownIn(runner, coordinationEvents, coordinationStream(tenant, one), importId);
    entries += own.all.length;
    const eventIds = own.standing.map(({ id }) => id);
    if (eventIds.length === 0) continue;
    await takeBackEarlier(runner, { subjectId: one, eventIds, reason }, command('facts', one));
  }
  const own = await ownIn(runner, subjectEvents, subjectStream(tenant, subjectId), importId);
  for (const { id: eventId } of own.standing) {
    const registration = { subjectId, eventId, reason };
    await takeBackRegistration(parts, parts.standing(runner), registration, command('person', subjectId));
  }
  return entries + own.all.length;
}

/** What an import recorded in a stream: every entry that names it, and those of them that stand. */
async function ownIn(
  runner: ImportParts['runner'],
  events: Events,
  stream: string,
  importId: string,
): Promise<{ readonly all: readonly Recorded[]; readonly standing: readonly Recorded[] }> {
  const { history, effective } = await runner.look(readingOf(events), stream);
  const isOwn = ({ type, metadata }: Recorded) =>
    metadata.$correlationId === importId && type !== 'RecordedInErrorMarked';
  return { all: history.filter(isOwn), standing: (effective as readonly Recorded[]).filter(isOwn) };
}
