import { checkChanged, readsSo } from '#event-sourcing/correctable';
import { annulment, correction, type Intent, type Rejection } from '#event-sourcing/decider';
import { annotated, effective, isAnnulment, isCorrection, revises } from '#event-sourcing/effective';
import type { Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import { subjectEvents } from './events.js';
import { noSuchSubject, possibleBirthDate, possibleBirthYear, refusal, sameBirthDate } from './rules.js';
import type { Subject, SubjectFact } from './subject.js';

interface About {
  readonly subjectId: string;
  readonly eventId: string;
  readonly reason: string;
}
/** A changed identity number was checked and claimed before. `birthDiffers`: the record would tell two days of birth. */
export type CorrectSubjectEvent = Intent<
  'CorrectSubjectEvent',
  About & { readonly changed: Readonly<Record<string, unknown>>; readonly birthDiffers: boolean }
>;
/** `restingElsewhere`: what stands of the person's coordination, asked of a registration. */
export type AnnulSubjectEvent = Intent<
  'AnnulSubjectEvent',
  About & {
    readonly reasonCode: RecordedInErrorReason;
    readonly restingElsewhere: Rejection['restsOn'];
  }
>;

export function correctEvent(
  { data, today }: CorrectSubjectEvent,
  history: readonly Recorded[],
): SubjectFact[] {
  const target = standing(data.eventId, history);
  if (revises(target)) {
    throw refusal(
      'not-correctable',
      'A correction cannot itself be corrected: correct the event again, or mark the correction as recorded in error.',
    );
  }
  const { changed } = data;
  checkChanged(subjectEvents, target.type, changed);
  if (readsSo(history, target.id, changed)) return [];
  if (target.type === 'SubjectRegistered' && changed['identityNumber'] !== undefined) {
    unlessUnidentified(target, history);
  }
  if (changed['birthYear'] !== undefined && changed['birthDate'] === undefined) {
    unlessDated(target.id, history);
  }
  possibleBirthDate(changed['birthDate'], today);
  possibleBirthYear(changed['birthYear'], today);
  sameBirthDate(data.birthDiffers);
  return [correction(subjectEvents, target, changed, data.reason)];
}

export function annulEvent(
  { data }: AnnulSubjectEvent,
  state: Subject,
  history: readonly Recorded[],
): SubjectFact[] {
  const target = standing(data.eventId, history);
  if (target.type === 'SubjectRegistered') unlessRegisteredTwice(data, state);
  if (bringsNumberBack(target, history)) {
    throw refusal(
      'identity-not-restored',
      'This would bring back an identity number that somebody else may have by now: correct or link the number again instead.',
    );
  }
  return [annulment(subjectEvents, target, data.reasonCode, data.reason)];
}

/** A person registered twice is one too many; nothing may rest on the registration that goes. Without a number it can be brought back. */
function unlessRegisteredTwice(
  { reasonCode, restingElsewhere }: AnnulSubjectEvent['data'],
  { hasIdentity }: Subject,
): void {
  if (reasonCode !== 'DUPLICATE') {
    throw refusal(
      'registration-stands',
      'A registration can be marked as recorded in error only where the person is registered twice, with the reason DUPLICATE. Otherwise correct its fields, or mark what was recorded about the wrong person.',
    );
  }
  if (hasIdentity) {
    throw refusal(
      'has-identity',
      'This registration holds an identity number. Keep this one, or free the number first: correct it to null, or mark the event that linked it as recorded in error.',
    );
  }
  if (restingElsewhere.length > 0) {
    throw refusal(
      'rests-on',
      'Consents, coordinators, plans or members are recorded for this person. Mark those as recorded in error first, the newest first, and record them for the registration that stays.',
      restingElsewhere,
    );
  }
}

/** The event, when it is there and not annulled. */
function standing(eventId: string, history: readonly Recorded[]): Recorded {
  if (history.length === 0) throw noSuchSubject();
  const entry = annotated(history).find(({ event }) => event.id === eventId);
  if (!entry) throw refusal('no-such-event', 'This person has no such event.');
  if (entry.annulledBy) {
    throw refusal('already-annulled', 'The event was marked as recorded in error already.');
  }
  return entry.event;
}

/** A number that came later stands in its own event: two right numbers would be one too many. */
function unlessUnidentified(target: Recorded, history: readonly Recorded[]): void {
  const linked = annotated(history).some(
    ({ event, annulledBy }) => event.type === 'SubjectIdentityLinked' && !annulledBy,
  );
  if (linked && target.data['identityNumber'] === undefined) {
    throw refusal('has-identity', 'The number was linked later: correct the event that linked it.');
  }
}

/** The year follows from the date, where there is one. */
function unlessDated(eventId: string, history: readonly Recorded[]): void {
  const now = effective(history).find(({ id }) => id === eventId)?.data;
  if (now?.['birthDate'] !== undefined) {
    throw refusal('year-of-date', 'The birth year follows from the birth date: correct that one.');
  }
}

/** Annulling a correction of the number, or an annulment of its linking, lets an old number hold again unclaimed. */
function bringsNumberBack(target: Recorded, history: readonly Recorded[]): boolean {
  if (isCorrection(target)) {
    const changed = target.data['changed'] as Readonly<Record<string, unknown>>;
    return changed['identityNumber'] !== undefined;
  }
  if (!isAnnulment(target)) return false;
  const annulled = history.find(({ id }) => id === target.data['corrects']);
  return (
    annulled !== undefined &&
    (annulled.type === 'SubjectIdentityLinked' || bringsNumberBack(annulled, history))
  );
}
