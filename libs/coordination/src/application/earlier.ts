import {
  type CommandContext,
  completed,
  derivedId,
  openCodesIn,
  type Receipt,
  type Recording,
  referencesIn,
} from '#event-sourcing';
import { partiesNamed, unknownCodeIn } from '#municipality';
import { presentSubject, relationsOf, subjectOf } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationEvents, stepOf } from '../domain/events.js';
import type { EarlierStep } from '../domain/intents.js';
import { caseIdsIn, coordinationStream } from '../questions.js';
import { askCases } from './circumstances.js';

export type { EarlierStep } from '../domain/intents.js';

/** What an earlier register has of a person, oldest first. */
export interface Earlier {
  readonly subjectId: string;
  readonly birthDate?: string | undefined;
  readonly steps: readonly EarlierStep[];
}

/** Records what an earlier register has of a person in one append, or refuses all of it. */
export async function takeInEarlier(
  runner: Recording,
  { subjectId, birthDate, steps }: Earlier,
  context: CommandContext,
): Promise<Receipt> {
  const { municipality: tenant, today, commandId } = context;
  const subject = await presentSubject(runner, tenant, subjectId);
  const kept = subject.coordinatedAs;
  const told = steps.map(({ step, said, ...plan }, index) => {
    const circumstances = { ...context, commandId: derivedId('earlier step', commandId, index) };
    return { step, ...plan, ...completed(stepOf(step).event, said, circumstances) };
  });
  const [parties, codes, relations] = await Promise.all([
    partiesNamed(runner, tenant, [
      ...new Set(told.flatMap(({ step, said }) => referencesIn(coordinationEvents, step, said, 'party'))),
    ]),
    unknownCodeIn(
      runner,
      tenant,
      told.flatMap(({ step, said }) => openCodesIn(coordinationEvents, step, said)),
    ),
    relationsOf(runner, tenant, kept, today),
  ]);
  const data = {
    subjectId: kept,
    birthYear: subject.birthYear,
    birthDate,
    deathToldOn: subject.deathToldOn,
    grants: {},
    kin: [...parties.answer.kin, ...relations.answer.map(({ partyId }) => partyId)],
    partyIsKnown: parties.answer.areKnown,
    unknownCode: codes.answer,
    steps: told.map(({ step, said, startedOn }) => ({ step, said, startedOn })),
  };
  return runner.run(
    coordinationDecider,
    coordinationStream(tenant, kept),
    { type: 'TakeInEarlier', data },
    context,
    [subject, parties, codes, relations].flatMap(({ basis }) => basis),
  );
}

/** Takes back what an import recorded in the stream of this registration, in one append, or refuses all of it. What is gone already stays so. */
export async function takeBackEarlier(
  runner: Recording,
  {
    subjectId,
    eventIds,
    reason,
  }: { readonly subjectId: string; readonly eventIds: readonly string[]; readonly reason: string },
  context: CommandContext,
): Promise<Receipt> {
  const { municipality: tenant } = context;
  const stream = coordinationStream(tenant, subjectId);
  const { birthYear, deathToldOn, registrations, basis } = await subjectOf(runner, tenant, subjectId);
  const { history } = await runner.look(coordinationDecider, stream);
  const person = { subjectId, registrations, birthYear, deathToldOn };
  const cases = await askCases(runner, tenant, person, caseIdsIn(history));
  const data = { subjectId, birthYear, deathToldOn, grants: cases.answer, eventIds, reason };
  return runner.run(coordinationDecider, stream, { type: 'TakeBackEarlier', data }, context, [
    ...basis,
    ...cases.basis,
  ]);
}
