import { checkDates, earliest } from '#event-sourcing/dates';
import type { Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { subjectEvents } from './events.js';
import { unlessMerged } from './merging.js';
import { type DataOf, personRefusals, type Subject, type SubjectFact } from './subject.js';

export const endRefusals = refusals('subject', {
  'already-deceased': [
    'It is recorded already that this person is dead. Put that entry right where it is wrong.',
    'Det er alt registrert at personen er død. Rett den oppføringen hvis den er feil.',
    'Det er alt registrert at personen er død. Rett den oppføringa om ho er feil.',
  ],
  deceased: [
    'This person is dead. What happened until the day on which the unit was told can still be recorded; where the person is alive, mark the entry of the death as recorded in error.',
    'Personen er død. Det som hendte til og med dagen da enheten fikk vite det, kan fortsatt registreres; lever personen, merk oppføringen om dødsfallet som feilregistrert.',
    'Personen er død. Det som hende til og med dagen da eininga fekk vite det, kan framleis registrerast; lever personen, merk oppføringa om dødsfallet som feilregistrert.',
  ],
  'impossible-death-date': [
    'The day of death lies ahead of today, or before the year 1900.',
    'Dødsdatoen ligger etter i dag, eller før år 1900.',
    'Dødsdatoen ligg etter i dag, eller før år 1900.',
  ],
  'impossible-death-date.order': [
    'The day of death lies before the birth date, or after the day on which the unit was told. Correct the one that is wrong.',
    'Dødsdatoen ligger før fødselsdatoen, eller etter dagen da enheten fikk vite om dødsfallet. Rett den som er feil.',
    'Dødsdatoen ligg før fødselsdatoen, eller etter dagen da eininga fekk vite om dødsfallet. Rett den som er feil.',
  ],
});
const { refuseIf } = endRefusals;

/** `outOfOrder`: the day of death lies before the birth, or after the unit was told; the days are sealed, and looked at before. */
export type RecordDeath = Intent<'RecordDeath', DataOf<'SubjectDeceased'> & { readonly outOfOrder: boolean }>;
export type RecordMove = Intent<'RecordMove', DataOf<'SubjectMoved'>>;

export function recordDeath({ data, today }: RecordDeath, state: Subject): SubjectFact[] {
  const { outOfOrder, ...told } = data;
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  unlessMerged(state);
  refuseIf(state.deathToldOn !== undefined, 'already-deceased');
  checkDates(endRefusals, subjectEvents.declared.SubjectDeceased.fields, told, today);
  possibleDeathDate(told.diedOn, today);
  inOrderOfLife(outOfOrder);
  return [{ type: 'SubjectDeceased', data: told }];
}

export function recordMove({ data, today }: RecordMove, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  unlessMerged(state);
  checkDates(endRefusals, subjectEvents.declared.SubjectMoved.fields, data, today);
  unlessDeceased(state.deathToldOn, data.movedOn);
  return [{ type: 'SubjectMoved', data }];
}

/** Refuses what would have happened to the person on a day after the unit was told of the death. */
export const unlessDeceased = (deathToldOn: string | undefined, day: string): void =>
  refuseIf(deathToldOn !== undefined && deathToldOn < day, 'deceased');

/** Refuses a day of death ahead of today or before 1900. */
export function possibleDeathDate(diedOn: unknown, today: string): void {
  if (typeof diedOn === 'string') refuseIf(diedOn > today || diedOn < earliest, 'impossible-death-date');
}

/** `outOfOrder`: whether somebody would have died before being born, or after the unit was told. */
export const inOrderOfLife = (outOfOrder: boolean): void =>
  refuseIf(outOfOrder, 'impossible-death-date.order');

/** Nobody dies twice: a death that was taken back does not come back beside another. */
export const diesOnce = (effective: readonly Pick<Recorded, 'type'>[]): void =>
  refuseIf(effective.filter(({ type }) => type === 'SubjectDeceased').length > 1, 'already-deceased');
