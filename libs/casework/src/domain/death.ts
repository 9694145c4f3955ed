import { annulment, type Intent } from '#event-sourcing/decider';
import { effective } from '#event-sourcing/effective';
import { dayIn, type CorrectionFact, type Recorded } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type Case, declinedSince } from './case.js';
import { caseEvents, type CaseFact } from './events.js';
import type { Step } from './step.js';

export const deathRefusals = refusals('casework', {
  deceased: [
    'This person is dead. Only what the unit was told until the day on which it learned of the death opens a case; where the person is alive, mark the entry of the death as recorded in error.',
    'Personen er død. Bare det enheten fikk vite til og med dagen da den fikk vite om dødsfallet, åpner en sak; lever personen, merk oppføringen om dødsfallet som feilregistrert.',
    'Personen er død. Berre det eininga fekk vite til og med dagen da ho fekk vite om dødsfallet, opnar ei sak; lever personen, merk oppføringa om dødsfallet som feilregistrert.',
  ],
});

/** Ends a case of somebody who is dead; sent when that was recorded, and when a case is opened beside it. */
export type CloseForDeath = Intent<
  'CloseForDeath',
  { readonly caseId: string; readonly deathToldOn: string }
>;
/** Takes that end back where the death was recorded in error. */
export type ReopenForLife = Intent<'ReopenForLife', { readonly caseId: string }>;

/** At whatever stage (D1), unless it is over already. */
export function closeForDeath(
  { data: { caseId, deathToldOn } }: CloseForDeath,
  state: Case,
): readonly CaseFact[] {
  const isOver =
    state.status === 'absent' ||
    state.status === 'withdrawn' ||
    state.closed !== undefined ||
    declinedSince(state) !== undefined;
  if (isOver) return [];
  const { subjectId, lastOn } = state;
  const closedOn = lastOn > deathToldOn ? lastOn : deathToldOn;
  return [{ type: 'CaseClosed', data: { caseId, subjectId, closedOn, reasonCode: 'DECEASED' } }];
}

/** Where it is closed still, by the system and for this. */
export function reopenForLife(state: Case, history: readonly Recorded[]): readonly CorrectionFact[] {
  if (state.status === 'absent' || state.closed?.reasonCode !== 'DECEASED') return [];
  const closing = effective(history).findLast(({ type }) => type === 'CaseClosed');
  return closing?.metadata.actor.role === 'SYSTEM'
    ? [annulment(caseEvents, closing, 'OTHER', 'Dødsfallet var feilregistrert.')]
    : [];
}

/** Refuses to open a case with what the unit was told after it knew of the death. */
export function refuseAfterDeath(
  { opens, event }: Pick<Step, 'opens' | 'event'>,
  said: Readonly<Record<string, unknown>>,
  deathToldOn: string | undefined,
): void {
  const day = dayIn(event, said);
  if (!opens || deathToldOn === undefined || day === undefined) return;
  deathRefusals.refuseIf(deathToldOn < day, 'deceased');
}
