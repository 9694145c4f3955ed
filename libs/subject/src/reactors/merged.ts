import {
  type CommandRunner,
  derivedId,
  type IntentOf,
  type Reactor,
  type Recorded,
  type RecordedInErrorReason,
  rootOf,
} from '#event-sourcing';
import { subjectDecider, type SubjectIntent } from '../domain/decide.js';
import type { DataOf } from '../domain/subject.js';
import { subjectStream } from '../questions.js';

const name = 'merged';

/** Tells the survivor's stream of a merge, and of one that was recorded in error, where the command that did it was cut short. */
export const merged: Reactor = {
  name,
  from: 'origin',
  streamPrefixes: ['subject-'],
  react: (event, runner, clock) => tellSurvivor(runner, event, { at: clock.at(), today: clock.today() }),
};

interface Now {
  readonly at: string;
  readonly today: string;
}

/** Records in the survivor's stream what this event of the other's says, if it still holds; a second time changes nothing. */
export async function tellSurvivor(
  runner: CommandRunner,
  event: Recorded,
  { at, today }: Now,
): Promise<void> {
  if (event.type !== 'SubjectMergedInto' && event.type !== 'RecordedInErrorMarked') return;
  const { history, effective, state } = await runner.look(subjectDecider, event.stream);
  const merge = rootOf(event, history);
  if (merge.type !== 'SubjectMergedInto') return;
  const { subjectId: mergedId, survivorId, goesOn, mergedOn } = merge.data as DataOf<'SubjectMergedInto'>;
  const { municipality, $correlationId, actor } = event.metadata;
  const stands = effective.some(({ id }) => id === merge.id);
  const { reasonCode = 'OTHER' } = event.data as { readonly reasonCode?: RecordedInErrorReason };
  const { protectedAddress } = state;
  const intent: IntentOf<SubjectIntent> = stands
    ? { type: 'TakeUpSubject', data: { subjectId: survivorId, mergedId, goesOn, mergedOn, protectedAddress } }
    : { type: 'LetGoSubject', data: { subjectId: survivorId, mergedId, reasonCode, reason: undone } };
  const survivor = await runner.look(subjectDecider, subjectStream(municipality, survivorId));
  if (survivor.state.disposed.length > 0) return;
  const record = (id: string, wish: IntentOf<SubjectIntent>, index: number) =>
    runner.run(subjectDecider, subjectStream(municipality, id), wish, {
      commandId: derivedId('reactor', name, event.id, index),
      correlationId: $correlationId,
      municipality,
      actor,
      at,
      today,
    });
  const isCrossed = survivor.effective.some(
    ({ type, data, position }) =>
      type === 'SubjectMergedInto' && data.survivorId === mergedId && position < merge.position,
  );
  if (stands && isCrossed) {
    await record(mergedId, { type: 'UncrossSubject', data: { eventId: merge.id, reason: crossed } }, 1);
  } else {
    await record(survivorId, intent, 0);
  }
}

/** Of two merges at once, each of which took the other's survivor along, the first recorded stands. */
const crossed = 'Den andre registreringen ble slått sammen med denne samtidig.';

/** The reason itself stands with the merge. */
const undone = 'Sammenslåingen er merket som feilregistrert.';
