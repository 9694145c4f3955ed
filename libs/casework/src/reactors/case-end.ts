import {
  type CommandRunner,
  derivedId,
  type IntentOf,
  partsOf,
  type Reactor,
  readingOf,
  type Recorded,
  rootOf,
} from '#event-sourcing';
import { subjectEvents, subjectOf, subjectStream } from '#subject';
import { caseDecider } from '../domain/decide.js';
import { caseEvents, stepOf, type StepType } from '../domain/events.js';
import type { CaseIntent } from '../domain/intents.js';
import { caseStream } from '../questions.js';

const name = 'case-end';
const telling: readonly string[] = ['SubjectDeceased', 'SubjectMergedFrom'];
const opening = Object.keys(caseEvents.declared).filter((type) => stepOf(type as StepType).opens);
const asking: readonly string[] = [...opening, ...telling, 'RecordedInErrorMarked'];

/** The cases that name these registrations of a person, as the log has it now. */
export type CasesOf = (tenant: string, registrations: readonly string[]) => Promise<readonly string[]>;

/**
 * Closes the cases of somebody who is dead (D1), also one that is opened at the same moment or typed in later; takes it back where the death was
 * recorded in error.
 */
export const caseEnd = (casesOf: CasesOf): Reactor => ({
  name,
  from: 'origin',
  streamPrefixes: ['subject-', 'case-'],
  passesOver: new Set(
    [...Object.keys(subjectEvents.all), ...Object.keys(caseEvents.all)].filter(
      (type) => !asking.includes(type),
    ),
  ),
  async react(event, runner, clock) {
    const { municipality, $correlationId } = event.metadata;
    const parts = partsOf(event.stream);
    const isOpening = parts?.category === caseEvents.category;
    // What joins a case that is there opens none.
    if (isOpening && (event.revision > 0n || !opening.includes(event.type))) return;
    if (!isOpening && !(await tellsOfDeath(event, runner))) return;
    const { exists, disposed, deathToldOn, registrations, basis } = await subjectOf(
      runner,
      municipality,
      String(event.data['subjectId']),
    );
    if (!exists || disposed.length > 0) return;
    if (deathToldOn === undefined && event.type !== 'RecordedInErrorMarked') return;
    const cases = isOpening ? [parts.id] : await casesOf(municipality, registrations);
    for (const caseId of cases) {
      const intent: IntentOf<CaseIntent> =
        deathToldOn === undefined
          ? { type: 'ReopenForLife', data: { caseId } }
          : { type: 'CloseForDeath', data: { caseId, deathToldOn } };
      await runner.run(
        caseDecider,
        caseStream(municipality, caseId),
        intent,
        {
          commandId: derivedId('reactor', name, event.id, caseId),
          correlationId: $correlationId,
          municipality,
          actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
          at: clock.at(),
          today: clock.today(),
        },
        basis,
      );
    }
  },
});

/** A death, what brings one along, or that either was recorded in error. */
async function tellsOfDeath(event: Recorded, runner: CommandRunner): Promise<boolean> {
  if (event.type !== 'RecordedInErrorMarked') return true;
  const stream = subjectStream(event.metadata.municipality, String(event.data['subjectId']));
  const { history } = await runner.look(readingOf(subjectEvents), stream);
  return telling.includes(rootOf(event, history).type);
}
