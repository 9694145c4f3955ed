import { coursesOf, lawReferencesOf } from '#competence';
import type { CommandRunner } from '#event-sourcing';
import { type OwnCodes, ownCodesOf } from '#municipality';

/** The municipality's own codes with their words, sealed, by the list that they add to. */
export type EveryOwnCode = OwnCodes & Readonly<Record<'course' | 'lawReference', OwnCodes['unit']>>;

/** Those of every context that has lists which a municipality adds to. */
export async function everyOwnCode(log: Pick<CommandRunner, 'look'>, tenant: string): Promise<EveryOwnCode> {
  const [own, courses, references] = await Promise.all([
    ownCodesOf(log, tenant),
    coursesOf(log, tenant),
    lawReferencesOf(log, tenant),
  ]);
  return {
    ...own,
    course: courses.flatMap(({ courseCode: code, words }) => (words ? [{ code, ...words }] : [])),
    lawReference: references.flatMap(({ reference: code, words }) =>
      'nb' in words ? [{ code, ...words }] : [],
    ),
  };
}
