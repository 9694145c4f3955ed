import { checkDates } from '#event-sourcing/dates';
import { annulment, correction, type Intent } from '#event-sourcing/decider';
import {
  effective,
  isAnnulment,
  isCorrection,
  revisedBy,
  revises,
  standing,
} from '#event-sourcing/effective';
import { type CorrectionFact, type Recorded, recordedInErrorReasons } from '#event-sourcing/event';
import { refusals, type Standing, wordsOf } from '#event-sourcing/refusals';
import { type Annulling, type Correcting, correctionOf, standingOf } from '#event-sourcing/revise';
import { diesOnce, inOrderOfLife, possibleDeathDate } from './ends.js';
import { subjectEvents } from './events.js';
import { possibleBirthDate, possibleBirthYear, sameBirthDate } from './identity.js';
import { mergingRefusals } from './merging.js';
import { hasName, knownBySomething } from './names.js';
import { relationsHold } from './relations.js';
import { personRefusals, type Subject, type SubjectFact } from './subject.js';

export const correctionRefusals = refusals('subject', {
  'has-identity.linked': [
    'The number was linked later: correct the event that linked it.',
    'Nummeret ble knyttet til personen senere: rett hendelsen som gjorde det.',
    'Nummeret vart knytt til personen seinare: rett hendinga som gjorde det.',
  ],
  'has-identity.registration': [
    'This registration holds an identity number. Keep this one, or free the number first: correct it to null, or mark the event that linked it as recorded in error.',
    'Denne registreringen har et fødselsnummer eller D-nummer. Behold denne, eller frigi nummeret først: rett det til null, eller merk hendelsen som knyttet det til personen, som feilregistrert.',
    'Denne registreringa har eit fødselsnummer eller D-nummer. Behald denne, eller frigi nummeret først: rett det til null, eller merk hendinga som knytte det til personen, som feilregistrert.',
  ],
  'identity-not-restored': [
    'This would bring back an identity number that somebody else may have by now: correct or link the number again instead.',
    'Dette ville hente tilbake et nummer som noen andre kan ha fått i mellomtiden: rett nummeret, eller knytt det til personen på nytt i stedet.',
    'Dette ville hente tilbake eit nummer som nokon annan kan ha fått i mellomtida: rett nummeret, eller knyt det til personen på nytt i staden.',
  ],
  'year-of-date': [
    'The birth year follows from the birth date: correct that one.',
    'Fødselsåret følger av fødselsdatoen: rett den.',
    'Fødselsåret følgjer av fødselsdatoen: rett han.',
  ],
  'disposal-stands': [
    'The texts are gone: what was recorded of their disposal stands.',
    'Tekstene er borte: det som er registrert om slettingen, står.',
    'Tekstane er borte: det som er registrert om slettinga, står.',
  ],
  'registration-stands': [
    'A registration can be marked as recorded in error only where the person is registered twice, with the reason {reason}. Otherwise correct its fields, or mark what was recorded about the wrong person.',
    'En registrering kan merkes som feilregistrert bare der personen er registrert to ganger, med grunnen «{reason}». Ellers rett feltene i den, eller merk det som ble registrert om feil person.',
    'Ei registrering kan merkast som feilregistrert berre der personen er registrert to gonger, med grunnen «{reason}». Elles rett felta i ho, eller merk det som vart registrert om feil person.',
  ],
  'rests-on.registration': [
    'Cases, consents, coordinators, plans or members are recorded for this person. Merge the registration into the one that stays, which takes all of them along.',
    'Det er registrert saker, samtykker, koordinatorer, planer eller medlemmer for denne personen. Slå registreringen sammen med den som blir stående, så følger alt med.',
    'Det er registrert saker, samtykke, koordinatorar, planar eller medlemmer for denne personen. Slå registreringa saman med den som blir ståande, så følgjer alt med.',
  ],
  'rests-on.imported': [
    'More has been recorded of this person since the import. Mark that as recorded in error first, or keep the import and put single entries right.',
    'Det er registrert mer om denne personen etter importen. Merk det som feilregistrert først, eller behold importen og rett enkelte oppføringer.',
    'Det er registrert meir om denne personen etter importen. Merk det som feilregistrert først, eller behald importen og rett enkelte oppføringar.',
  ],
  'import-taken-back': [
    'What was taken back with an import does not come back this way. Take the file in anew.',
    'Det som ble tatt tilbake med en import, kommer ikke igjen på denne måten. Ta inn fila på nytt.',
    'Det som vart teke tilbake med ein import, kjem ikkje att på denne måten. Ta inn fila på nytt.',
  ],
  'rests-on.replaced': [
    'The number was replaced later, and without it there would be nothing to replace. Mark the replacement as recorded in error first.',
    'Nummeret ble erstattet senere, og uten det ville det ikke være noe å erstatte. Merk erstatningen som feilregistrert først.',
    'Nummeret vart erstatta seinare, og utan det ville det ikkje vere noko å erstatte. Merk erstattinga som feilregistrert først.',
  ],
});
const { refuseIf } = correctionRefusals;

/** Of whom it is. */
interface About {
  readonly subjectId: string;
}
/** Of sealed days: the record would tell two days of birth, or a death before the birth or after the unit was told. */
interface Days {
  readonly birthDiffers: boolean;
  readonly outOfOrder: boolean;
}
/** A changed identity number was checked and claimed before. `partyIsKnown`: whoever it names is registered. */
export type CorrectSubjectEvent = Intent<
  'CorrectSubjectEvent',
  About & Correcting & Days & { readonly partyIsKnown: boolean }
>;
/** `restingElsewhere`: what stands of the person's coordination, asked of a registration. */
export type AnnulSubjectEvent = Intent<
  'AnnulSubjectEvent',
  About & Annulling & Days & { readonly restingElsewhere: readonly Standing[] }
>;

export function correctEvent(
  { data, today }: CorrectSubjectEvent,
  history: readonly Recorded[],
): SubjectFact[] {
  unlessEmpty(history);
  const revision = correctionOf(subjectEvents, correctionRefusals, data, history);
  if (!revision) return [];
  const { target, now } = revision;
  refuseIf(!data.partyIsKnown, 'unknown-party');
  checkDates(correctionRefusals, subjectEvents.all[target.type]?.fields ?? {}, data.changed, today);
  mergingRefusals.refuseIf(data.changed['goesOn'] !== undefined, 'merge-goes-on');
  refuseIf(target.type === 'EntryTextsDisposed', 'disposal-stands');
  if (target.type === 'SubjectRegistered' && typeof data.changed['identityNumber'] === 'string') {
    unlessLinked(now, history);
  }
  if (data.changed['birthYear'] !== undefined && data.changed['birthDate'] === undefined) unlessDated(now);
  const changed = withYear(data.changed, now);
  stillNamed(target, { ...now, ...changed });
  possibleBirthDate(changed['birthDate'], today);
  possibleBirthYear(changed['birthYear'], today);
  possibleDeathDate(changed['diedOn'], today);
  sameBirthDate(data.birthDiffers);
  inOrderOfLife(data.outOfOrder);
  const fact = correction(subjectEvents, target, changed, data.reason);
  stillReplaces(history, fact);
  relationsHold(history, fact);
  return [fact];
}

export function annulEvent(
  { data }: AnnulSubjectEvent,
  state: Subject,
  history: readonly Recorded[],
): SubjectFact[] {
  unlessEmpty(history);
  const target = standing(history, data.eventId, correctionRefusals);
  refuseIf(target.type === 'EntryTextsDisposed', 'disposal-stands');
  refuseIf(target.data['reasonCode'] === 'IMPORT_TAKEN_BACK', 'import-taken-back');
  if (data.reasonCode === 'IMPORT_TAKEN_BACK') unlessAlone(data, history, target);
  else if (target.type === 'SubjectRegistered') unlessRegisteredTwice(data, state);
  mergeStays(target);
  mergeIsGone(target, history);
  refuseIf(bringsNumberBack(target, history), 'identity-not-restored');
  // What only takes a day away never makes two of one.
  if (revises(target)) {
    sameBirthDate(data.birthDiffers);
    inOrderOfLife(data.outOfOrder);
  }
  const fact = annulment(subjectEvents, target, data.reasonCode, data.reason);
  diesOnce(effective(revisedBy(history, [fact])));
  stillReplaces(history, fact);
  relationsHold(history, fact);
  return [fact];
}

/** A correction that empties fields leaves something to find the person by. */
function stillNamed({ type }: Recorded, reads: Recorded['data']): void {
  const left = Object.fromEntries(Object.entries(reads).filter(([, value]) => value !== null));
  if (type === 'SubjectRegistered') knownBySomething(left);
  if (type === 'SubjectRenamed') hasName(left);
}

/** A merge is undone by the registration that was merged, and not where the coordination of both goes on with it. */
function mergeStays({ type, data }: Recorded): void {
  mergingRefusals.refuseIf(type === 'SubjectMergedFrom', 'merge-told');
  mergingRefusals.refuseIf(type === 'SubjectMergedInto' && data['goesOn'] === 'MERGED', 'merge-goes-on');
}

/** Another merge may have come in its place, and the other registration would not be told. */
function mergeIsGone({ data }: Recorded, history: readonly Recorded[]): void {
  const marked = history.find(({ id }) => id === data['corrects']);
  const isMerge = marked?.type === 'SubjectMergedInto' || marked?.type === 'SubjectMergedFrom';
  mergingRefusals.refuseIf(isMerge, 'merge-not-restored');
}

/** A number that was replaced must have been there. */
function stillReplaces(history: readonly Recorded[], fact: CorrectionFact): void {
  const [before, after] = [history, revisedBy(history, [fact])].map((read) =>
    replacingNothing(effective(read)),
  );
  const resting = (after ?? []).filter(({ id }) => before?.every((known) => known.id !== id));
  refuseIf(resting.length > 0, 'rests-on.replaced', {}, resting.map(standingOf));
}

function replacingNothing(events: readonly Recorded[]): readonly Recorded[] {
  const isReplacement = ({ type }: Recorded) => type === 'SubjectIdentityReplaced';
  const first = events.findIndex(
    (event) => !isReplacement(event) && event.data['identityNumber'] !== undefined,
  );
  return events.filter((event, index) => isReplacement(event) && (first === -1 || index < first));
}

/** A person registered twice is one too many; nothing may rest on the registration that goes. Without a number it can be brought back. */
function unlessRegisteredTwice(
  { reasonCode, restingElsewhere }: AnnulSubjectEvent['data'],
  { hasIdentity, merged, mergedInto }: Subject,
): void {
  const reason = wordsOf(recordedInErrorReasons, 'DUPLICATE');
  refuseIf(reasonCode !== 'DUPLICATE', 'registration-stands', { reason });
  refuseIf(hasIdentity, 'has-identity.registration');
  mergingRefusals.refuseIf(mergedInto !== undefined, 'merged');
  mergingRefusals.refuseIf(merged.length > 0, 'has-merged');
  refuseIf(restingElsewhere.length > 0, 'rests-on.registration', {}, restingElsewhere);
}

/** What an import registered goes with it, number and all, as long as nothing has come to it. */
function unlessAlone(
  { restingElsewhere }: AnnulSubjectEvent['data'],
  history: readonly Recorded[],
  { id }: Recorded,
): void {
  const beside = effective(history).filter((event) => event.id !== id);
  refuseIf(beside.length + restingElsewhere.length > 0, 'rests-on.imported', {}, [
    ...beside.map(standingOf),
    ...restingElsewhere,
  ]);
}

const unlessEmpty = (history: readonly Recorded[]): void =>
  personRefusals.refuseIf(history.length === 0, 'no-such-subject');

/** A number that came later stands in its own event: two right numbers would be one too many. */
function unlessLinked(now: Recorded['data'], history: readonly Recorded[]): void {
  const linked = effective(history).some(({ type }) => type === 'SubjectIdentityLinked');
  refuseIf(linked && now['identityNumber'] === undefined, 'has-identity.linked');
}

/** The year follows from the date, where there is one. */
const unlessDated = (now: Recorded['data']): void => refuseIf(now['birthDate'] !== undefined, 'year-of-date');

/** The year that followed from a date goes with it, unless another is told. */
const withYear = (changed: Recorded['data'], now: Recorded['data']): Recorded['data'] =>
  changed['birthDate'] === null && now['birthDate'] !== undefined ? { birthYear: null, ...changed } : changed;

const bringsNumber: readonly string[] = ['SubjectIdentityLinked', 'SubjectIdentityReplaced'];

/** Annulling a correction of the number, or an annulment of its linking, lets an old number hold again unclaimed. */
function bringsNumberBack(target: Recorded, history: readonly Recorded[]): boolean {
  if (isCorrection(target)) {
    const changed = target.data['changed'] as Readonly<Record<string, unknown>>;
    return changed['identityNumber'] !== undefined;
  }
  if (!isAnnulment(target)) return false;
  const annulled = history.find(({ id }) => id === target.data['corrects']);
  return (
    annulled !== undefined && (bringsNumber.includes(annulled.type) || bringsNumberBack(annulled, history))
  );
}
