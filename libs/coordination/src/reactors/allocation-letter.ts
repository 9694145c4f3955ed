import { caseEvents, dispatchedAs, dispatchToldBy } from '#casework';
import {
  type CommandContext,
  type CommandRunner,
  derivedId,
  type IntentOf,
  partsOf,
  type Reactor,
  type Recorded,
  Rejection,
} from '#event-sourcing';
import { subjectOf } from '#subject';
import { askAround, askCases } from '../application/circumstances.js';
import { decideFor } from '../application/deciding.js';
import { hearersOf, toldOf } from '../domain/allocation-letter.js';
import { coordinationDecider } from '../domain/decide.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { caseIdsIn, coordinationStream } from '../questions.js';

const name = 'allocation-letter';
const bearing = ['LetterDispatched', 'LetterReturned'];
const asking = [...bearing, ...bearing.map((type) => `${type}Corrected`), 'RecordedInErrorMarked'];

/**
 * The letter that somebody coordinates went out: so those were told whom it and its copies go to, without a further entry (F24). Where it came back,
 * or did not go out, that is taken back; those who got a copy stay told. What a person marked as recorded in error stays so.
 */
export const allocationLetter: Reactor = {
  name,
  from: 'now',
  streamPrefixes: ['case-'],
  passesOver: new Set(Object.keys(caseEvents.all).filter((type) => !asking.includes(type))),
  async react(event, runner, clock) {
    const { municipality, $correlationId } = event.metadata;
    const caseId = partsOf(event.stream)?.id;
    if (caseId === undefined) return;
    const dispatchId = await dispatchToldBy(runner, municipality, caseId, event.data);
    if (dispatchId === undefined) return;
    const subjectId = String(event.data['subjectId']);
    const { exists, disposed, coordinatedAs } = await subjectOf(runner, municipality, subjectId);
    if (!exists || disposed.length > 0) return;
    const stream = coordinationStream(municipality, coordinatedAs);
    const { history, effective, state } = await runner.look(coordinationDecider, stream);
    const letter = await dispatchedAs(runner, municipality, caseId, dispatchId);
    const said = letter?.matter === 'ALLOCATION' ? toldOf(state, caseId, letter) : undefined;
    const idOf = (n: number) => derivedId('reactor', name, dispatchId, n);
    const context = (commandId: string): CommandContext => ({
      commandId,
      correlationId: $correlationId,
      municipality,
      actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
      at: clock.at(),
      today: clock.today(),
    });
    const at = { runner, subjectId };
    const recorded = history.filter(({ type }) => type === 'AllocationNotified');
    for (let n = 0; ; n += 1) {
      const before = recorded.find(({ metadata }) => metadata.$causationId === idOf(n));
      if (before === undefined) {
        if (said) await unlessRefused(() => tell(at, said, context(idOf(n))));
        return;
      }
      if (effective.some(({ id }) => id === before.id)) {
        if (said && isSame(before.data, said)) return;
        const inError = derivedId('reactor', name, event.id, 'taken-back');
        await unlessRefused(() => takeBack(at, before.id, context(inError)));
      } else if (isMarkedBySomebody(history, before.id)) return;
    }
  },
};

interface At {
  readonly runner: CommandRunner;
  readonly subjectId: string;
}
type Said = NonNullable<ReturnType<typeof toldOf>>;

const isSame = (data: Readonly<Record<string, unknown>>, said: Said) =>
  hearersOf(data['recipients']) === hearersOf(said.recipients) &&
  data['channel'] === said.channel &&
  data['notifiedOn'] === said.notifiedOn;

const isMarkedBySomebody = (history: readonly Recorded[], eventId: string): boolean =>
  history.some(
    ({ type, data, metadata }) =>
      type === 'RecordedInErrorMarked' && data['corrects'] === eventId && metadata.actor.role !== 'SYSTEM',
  );

const tell = ({ runner, subjectId }: At, said: Said, context: CommandContext) =>
  decideFor(runner, { subjectId }, context, async (person) => {
    const naming = { type: 'AllocationNotified', day: said.notifiedOn, named: { ...said } };
    const { asked, basis } = await askAround(runner, context.municipality, person, naming);
    const { registrations: _, ...whom } = person;
    const intent: IntentOf<CoordinationIntent> = {
      type: 'RecordStep',
      data: { ...whom, ...asked, step: 'AllocationNotified', said },
    };
    return { intent, basis };
  });

const takeBack = ({ runner, subjectId }: At, eventId: string, context: CommandContext) =>
  decideFor(runner, { subjectId }, context, async (person) => {
    const { municipality } = context;
    const stream = coordinationStream(municipality, person.subjectId);
    const { history } = await runner.look(coordinationDecider, stream);
    const { answer: grants, basis } = await askCases(runner, municipality, person, caseIdsIn(history));
    const { birthYear, deathToldOn } = person;
    const inError = { reasonCode: 'OTHER', reason: 'Brevet sier noe annet, eller kom i retur.' } as const;
    const data = { subjectId: person.subjectId, grants, birthYear, deathToldOn, eventId, ...inError };
    return { intent: { type: 'AnnulCoordinationEvent', data }, basis };
  });

/** What cannot be recorded is a person's to see to: the task that somebody is to be told stays. */
async function unlessRefused(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
}
