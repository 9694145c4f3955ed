import { dayIn } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { Step } from './step.js';

export const deathRefusals = refusals('coordination', {
  deceased: [
    'This person is dead. What began until the day on which the unit was told can still be recorded; where the person is alive, mark the entry of the death as recorded in error.',
    'Personen er død. Det som begynte til og med dagen da enheten fikk vite det, kan fortsatt registreres; lever personen, merk oppføringen om dødsfallet som feilregistrert.',
    'Personen er død. Det som byrja til og med dagen da eininga fekk vite det, kan framleis registrerast; lever personen, merk oppføringa om dødsfallet som feilregistrert.',
  ],
});

/** Refuses what would begin for the person after the day on which the unit was told of the death; ends are always recorded. */
export function refuseAfterDeath(
  step: Pick<Step, 'isOfLiving' | 'event'>,
  data: Readonly<Record<string, unknown>>,
  deathToldOn: string | undefined,
): void {
  const day = dayIn(step.event, data);
  if (!step.isOfLiving || deathToldOn === undefined || day === undefined) return;
  deathRefusals.refuseIf(deathToldOn < day, 'deceased');
}
