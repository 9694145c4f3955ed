import { checkChanged, readsSo } from '#event-sourcing/correctable';
import { annulment, correction, type Intent } from '#event-sourcing/decider';
import {
  effective,
  isAnnulment,
  isCorrection,
  revises,
  standing,
  standingFact,
} from '#event-sourcing/effective';
import type { Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import type { Rejection } from '#event-sourcing/refusals';
import { subjectEvents } from './events.js';
import {
  commonRefusals,
  noSuchSubject,
  possibleBirthDate,
  possibleBirthYear,
  refusal,
  sameBirthDate,
} from './rules.js';
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
/** `restingElsewhere`: what stands of the person's coordination, asked of a registration. `birthDiffers`: as of a correction. */
export type AnnulSubjectEvent = Intent<
  'AnnulSubjectEvent',
  About & {
    readonly reasonCode: RecordedInErrorReason;
    readonly restingElsewhere: Rejection['restsOn'];
    readonly birthDiffers: boolean;
  }
>;

export function correctEvent(
  { data, today }: CorrectSubjectEvent,
  history: readonly Recorded[],
): SubjectFact[] {
  unlessEmpty(history);
  const target = standingFact(history, data.eventId, commonRefusals);
  checkChanged(subjectEvents, target.type, data.changed);
  if (readsSo(history, target.id, data.changed)) return [];
  const now = effective(history).find(({ id }) => id === target.id)?.data ?? {};
  if (target.type === 'SubjectRegistered' && typeof data.changed['identityNumber'] === 'string') {
    unlessLinked(now, history);
  }
  if (data.changed['birthYear'] !== undefined && data.changed['birthDate'] === undefined) unlessDated(now);
  const changed = withYear(data.changed, now);
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
  unlessEmpty(history);
  const target = standing(history, data.eventId, commonRefusals);
  if (target.type === 'SubjectRegistered') unlessRegisteredTwice(data, state);
  if (bringsNumberBack(target, history)) {
    throw refusal(
      'identity-not-restored',
      'This would bring back an identity number that somebody else may have by now: correct or link the number again instead.',
    );
  }
  // What only takes a day away never makes two of one.
  if (revises(target)) sameBirthDate(data.birthDiffers);
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

function unlessEmpty(history: readonly Recorded[]): void {
  if (history.length === 0) throw noSuchSubject();
}

/** A number that came later stands in its own event: two right numbers would be one too many. */
function unlessLinked(now: Recorded['data'], history: readonly Recorded[]): void {
  const linked = effective(history).some(({ type }) => type === 'SubjectIdentityLinked');
  if (linked && now['identityNumber'] === undefined) {
    throw refusal('has-identity', 'The number was linked later: correct the event that linked it.');
  }
}

/** The year follows from the date, where there is one. */
function unlessDated(now: Recorded['data']): void {
  if (now['birthDate'] !== undefined) {
    throw refusal('year-of-date', 'The birth year follows from the birth date: correct that one.');
  }
}

/** The year that followed from a date goes with it, unless another is told. */
const withYear = (changed: Recorded['data'], now: Recorded['data']): Recorded['data'] =>
  changed['birthDate'] === null && now['birthDate'] !== undefined ? { birthYear: null, ...changed } : changed;

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
