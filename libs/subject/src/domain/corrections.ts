import { annulment, correction, type Intent } from '#event-sourcing/decider';
import { annotated, effective, isAnnulment, isCorrection } from '#event-sourcing/effective';
import type { Field, Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import { subjectEvents } from './events.js';
import { noSuchSubject, possibleBirthDate, refusal, sameBirthDate } from './rules.js';
import type { SubjectFact } from './subject.js';

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
export type AnnulSubjectEvent = Intent<
  'AnnulSubjectEvent',
  About & { readonly reasonCode: RecordedInErrorReason }
>;

export function correctEvent(
  { data, today }: CorrectSubjectEvent,
  history: readonly Recorded[],
): SubjectFact[] {
  const target = standing(data.eventId, history);
  const fields = declaredFields(target.type);
  if (!fields) {
    throw refusal(
      'not-correctable',
      'A correction cannot itself be corrected: correct the event again, or mark the correction as recorded in error.',
    );
  }
  const changed = Object.entries(data.changed).filter(([, value]) => value !== undefined);
  if (changed.length === 0) {
    throw refusal('nothing-to-correct', 'Name at least one field and its right value.');
  }
  if (changed.some(([name, value]) => !fits(fields[name], value))) {
    throw refusal(
      'not-correctable',
      `Only these fields of ${target.type} can be corrected, each to a value of its own kind: ${namesOf(fields)}.`,
    );
  }
  if (target.type === 'SubjectRegistered' && data.changed['identityNumber'] !== undefined) {
    unlessUnidentified(target, history);
  }
  if (data.changed['birthYear'] !== undefined && data.changed['birthDate'] === undefined) {
    unlessDated(target.id, history);
  }
  possibleBirthDate(data.changed['birthDate'], today);
  sameBirthDate(data.birthDiffers);
  return [correction(subjectEvents, target, Object.fromEntries(changed), data.reason)];
}

export function annulEvent({ data }: AnnulSubjectEvent, history: readonly Recorded[]): SubjectFact[] {
  const target = standing(data.eventId, history);
  if (target.type === 'SubjectRegistered') {
    throw refusal(
      'registration-stands',
      'A registration cannot be marked as recorded in error, since everything about the person rests on it: correct its fields, or mark what was recorded about the wrong person.',
    );
  }
  if (bringsNumberBack(target, history)) {
    throw refusal(
      'identity-not-restored',
      'This would bring back an identity number that somebody else may have by now: correct or link the number again instead.',
    );
  }
  return [annulment(subjectEvents, target, data.reasonCode, data.reason)];
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

/** Ids are not corrected: what an event is about is put right by marking it as recorded in error. */
const namesOf = (fields: Readonly<Record<string, Field>>) =>
  Object.keys(fields)
    .filter((name) => fields[name]?.kind !== 'id')
    .join(', ');

const declaredFields = (type: string): Readonly<Record<string, Field>> | undefined =>
  Object.hasOwn(subjectEvents.declared, type)
    ? subjectEvents.declared[type as keyof typeof subjectEvents.declared].fields
    : undefined;

/** The kind only; the whole schema is checked when the fact is encoded. */
function fits(field: Field | undefined, value: unknown): boolean {
  if (!field || field.kind === 'id') return false;
  if (field.kind === 'number') return Number.isSafeInteger(value);
  if (field.kind === 'list') return Array.isArray(value);
  return typeof value === (field.kind === 'boolean' ? 'boolean' : 'string');
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
