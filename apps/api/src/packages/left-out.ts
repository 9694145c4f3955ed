import { capital, dayInWords, wordOf } from '#correspondence';
import { omissionKinds } from '#complaint';
import { inLanguage } from '#projections/audit-trail/norwegian';
import { omissionGrounds } from '#vocabulary';
import { sayFault } from '../problems/fault-sentences.js';
import { Problem } from '../problems/problem.js';
import type { Language } from '../reading/language.js';
import type { LeftOut, WholeTrail } from '../trail/person-trails.js';
import type { OmissionBody } from './package.bodies.js';
import type { OpenedDocument } from './package-documents.js';

/** What a document tells of itself, left out with it. */
const ofDocument = ['title', 'sender', 'receiver'];

/** What a trail leaves out: what was said, and what the trail would tell of a document that is left out. */
export function leftOutOf(
  omissions: readonly OmissionBody[],
  documents: readonly Pick<OpenedDocument, 'documentId' | 'eventId'>[],
): LeftOut {
  const texts = new Map<string, Set<string>>();
  const leave = (eventId: string, fields: readonly string[]) =>
    texts.set(eventId, new Set([...(texts.get(eventId) ?? []), ...fields]));
  for (const { kind, what, field } of omissions) {
    if (kind === 'TEXT' && field !== undefined) leave(what, [field]);
    const document = kind === 'DOCUMENT' && documents.find(({ documentId }) => documentId === what);
    if (document) leave(document.eventId, ofDocument);
  }
  return { names: new Set(omissions.flatMap(({ kind, what }) => (kind === 'NAME' ? [what] : []))), texts };
}

/** What is left out is there: a name that is told, a document, or an event with that text. */
export function refuseUnknown(
  omissions: readonly OmissionBody[],
  { parties, entries }: WholeTrail,
  documents: readonly OpenedDocument[],
): void {
  const isThere = ({ kind, what, field }: OmissionBody): boolean => {
    if (kind === 'NAME') return parties.some(({ partyId }) => partyId === what);
    if (kind === 'DOCUMENT') return documents.some(({ documentId }) => documentId === what);
    const entry = entries.find(({ eventId }) => eventId === what);
    return (
      entry?.fields?.some(({ name, kind: is }) => name === field && (is === 'text' || is === 'other')) ??
      false
    );
  };
  const errors = omissions.flatMap((one, at) =>
    isThere(one) ? [] : [{ path: `omissions[${at}].what`, message: sayFault('id') }],
  );
  if (errors.length > 0) throw new Problem('invalid-body', { errors });
}

/** The ground, and why where no other fits. */
export const groundInWords = ({ ground, reason }: OmissionBody, language: Language): string =>
  [wordOf(omissionGrounds, ground, language), ...(reason === undefined ? [] : [reason])].join(': ');

/** Each that is no document, which the package lists by itself; a name is not told here either. */
export const omissionsInWords = (
  omissions: readonly OmissionBody[],
  { entries, language }: WholeTrail,
): string[] =>
  omissions.flatMap((one) => {
    if (one.kind === 'DOCUMENT') return [];
    const entry = entries.find(({ eventId }) => eventId === one.what);
    const where = entry
      ? ` ${inLanguage(language, ['i', 'i'])} «${entry.title}» ${dayInWords(entry.occurredOn)}`
      : '';
    return [
      `${capital(wordOf(omissionKinds, one.kind, language))}${where}: ${groundInWords(one, language)}.`,
    ];
  });
