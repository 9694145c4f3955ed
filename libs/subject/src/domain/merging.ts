import { checkDates } from '#event-sourcing/dates';
import { annulment, type Intent } from '#event-sourcing/decider';
import { effective } from '#event-sourcing/effective';
import type { Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { subjectEvents } from './events.js';
import { type DataOf, personRefusals, type Subject, type SubjectFact } from './subject.js';

export const mergingRefusals = refusals('subject', {
  merged: [
    'This registration was merged into another one. Record it there.',
    'Denne registreringen er slått sammen med en annen. Registrer dette på den andre.',
    'Denne registreringa er slått saman med ei anna. Registrer dette på den andre.',
  ],
  'merged.survivor': [
    'The registration that should stay was itself merged into another one. Merge into that one.',
    'Registreringen som skulle bli stående, er selv slått sammen med en annen. Slå sammen med den.',
    'Registreringa som skulle bli ståande, er sjølv slått saman med ei anna. Slå saman med den.',
  ],
  'merges-itself': [
    'A registration cannot be merged into itself.',
    'En registrering kan ikke slås sammen med seg selv.',
    'Ei registrering kan ikkje slåast saman med seg sjølv.',
  ],
  'has-merged': [
    'Another registration was merged into this one. Merge the other way round, so that this one stays.',
    'En annen registrering er slått sammen med denne. Slå sammen den andre veien, så denne blir stående.',
    'Ei anna registrering er slått saman med denne. Slå saman den andre vegen, så denne blir ståande.',
  ],
  'no-such-survivor': [
    'There is no such person whose registration could stay.',
    'Personen som skulle bli stående, finnes ikke her.',
    'Personen som skulle bli ståande, finst ikkje her.',
  ],
  'disposed.survivor': [
    'The data of the person whose registration should stay has been disposed of.',
    'Opplysningene om personen som skulle bli stående, er slettet.',
    'Opplysningane om personen som skulle bli ståande, er sletta.',
  ],
  'both-coordinated': [
    'Both have a plan or a coordinator. End those of one of them first: nobody can have two.',
    'Begge har en plan eller en koordinator. Avslutt dem hos den ene først: ingen kan ha to.',
    'Begge har ein plan eller ein koordinator. Avslutt dei hos den eine først: ingen kan ha to.',
  ],
  'merge-goes-on': [
    'The coordination of both goes on in the record of the one that was merged: since then it cannot be told whose it was.',
    'Koordineringen av begge går videre hos den som ble slått sammen med den andre: siden kan det ikke skilles hvem den gjaldt.',
    'Koordineringa av begge går vidare hos den som vart slått saman med den andre: sidan kan det ikkje skiljast kven ho galdt.',
  ],
  'merge-not-restored': [
    'A merge that was taken back does not come back this way: merge the two anew.',
    'En sammenslåing som er tatt tilbake, kommer ikke igjen på denne måten: slå de to sammen på nytt.',
    'Ei samanslåing som er teken tilbake, kjem ikkje att på denne måten: slå dei to saman på nytt.',
  ],
  'merge-told': [
    'This only tells what was recorded of the registration that was merged. Mark the merge there as recorded in error.',
    'Dette gjengir bare det som er registrert hos den som ble slått sammen med denne. Merk sammenslåingen der som feilregistrert.',
    'Dette gjengir berre det som er registrert hos den som vart slått saman med denne. Merk samanslåinga der som feilregistrert.',
  ],
});
const { refuseIf } = mergingRefusals;

type MergedInto = DataOf<'SubjectMergedInto'>;
/** How much of somebody's coordination there is: a plan or a coordinator runs, or something else stands, ended or not. */
export type Coordinated = 'RUNS' | 'STANDS' | 'NOT';
/** `survivor`: the other registration as the log has it now. `coordinated`: the one that is merged, and the survivor. */
export type MergeSubject = Intent<
  'MergeSubject',
  Omit<MergedInto, 'goesOn'> & {
    readonly survivor: Pick<Subject, 'isRegistered' | 'disposed' | 'mergedInto'>;
    readonly coordinated: { readonly here: Coordinated; readonly there: Coordinated };
  }
>;
/** Tells the survivor what stands in the other's stream. */
export type TakeUpSubject = Intent<'TakeUpSubject', DataOf<'SubjectMergedFrom'>>;

/** Both stay what they were; that they are one person is recorded, and whoever asks for either gets the survivor. */
export function mergeSubject({ data, today }: MergeSubject, state: Subject): SubjectFact[] {
  const { survivor, coordinated, ...told } = data;
  const { subjectId, survivorId } = told;
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  if (state.mergedInto === survivorId) return [];
  unlessMerged(state);
  refuseIf(subjectId === survivorId, 'merges-itself');
  refuseIf(!survivor.isRegistered, 'no-such-survivor');
  refuseIf(survivor.disposed.length > 0, 'disposed.survivor');
  refuseIf(survivor.mergedInto !== undefined, 'merged.survivor');
  refuseIf(state.merged.length > 0, 'has-merged');
  checkDates(mergingRefusals, subjectEvents.declared.SubjectMergedInto.fields, told, today);
  const { here, there } = coordinated;
  refuseIf(here === 'RUNS' && there === 'RUNS', 'both-coordinated');
  const goesOnHere = here === 'RUNS' || (here === 'STANDS' && there === 'NOT');
  return [{ type: 'SubjectMergedInto', data: { ...told, goesOn: goesOnHere ? 'MERGED' : 'SURVIVOR' } }];
}

/** Takes a merge back that crossed another, recorded before it, of the survivor into this one. */
export type UncrossSubject = Intent<'UncrossSubject', { readonly eventId: string; readonly reason: string }>;

export function uncrossSubject({ data }: UncrossSubject, history: readonly Recorded[]): SubjectFact[] {
  const crossed = effective(history).find(({ id }) => id === data.eventId);
  return crossed ? [annulment(subjectEvents, crossed, 'NEVER_HAPPENED', data.reason)] : [];
}

/** Takes back in the survivor's stream what was marked as recorded in error in the other's. */
export type LetGoSubject = Intent<
  'LetGoSubject',
  {
    readonly subjectId: string;
    readonly mergedId: string;
    readonly reasonCode: RecordedInErrorReason;
    readonly reason: string;
  }
>;

export function letGoSubject({ data }: LetGoSubject, history: readonly Recorded[]): SubjectFact[] {
  const told = effective(history).find(
    (event) => event.type === 'SubjectMergedFrom' && event.data['mergedId'] === data.mergedId,
  );
  return told ? [annulment(subjectEvents, told, data.reasonCode, data.reason)] : [];
}

export function takeUpSubject({ data }: TakeUpSubject, { merged }: Subject): SubjectFact[] {
  const isTold = merged.some(({ mergedId }) => mergedId === data.mergedId);
  return isTold ? [] : [{ type: 'SubjectMergedFrom', data }];
}

/** Refuses what is to be recorded of a registration that has become part of another. */
export const unlessMerged = ({ mergedInto }: Subject): void => refuseIf(mergedInto !== undefined, 'merged');

/**
 * In whose stream consents, coordinators, plans and group of a person are recorded: the person's own, or that of the registration whose
 * running ones were the last to be taken along.
 */
export const coordinatedAs = (subjectId: string, { merged }: Pick<Subject, 'merged'>): string =>
  merged.findLast(({ goesOn }) => goesOn === 'MERGED')?.mergedId ?? subjectId;
