import { dayIn, type EventDeclaration, type Fields } from './event.js';
import { madeId } from './ids.js';
import type { CommandContext } from './command-runner.js';

type Data = Readonly<Record<string, unknown>>;

/** Ids that an event with these fields gives. */
export type MadeIn<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly makes: string } ? K : never;
}[keyof F];

/** These, and ids of what an event with these fields is about. */
export type NamedIn<F extends Fields> =
  MadeIn<F> | { [K in keyof F]: F[K] extends { readonly idOf: string } ? K : never }[keyof F];

/** The ids in an event with these fields: of what it begins, and of what it is about. */
export const namedIds = (fields: Fields, data: Data): Data =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { makes, idOf }]) => makes !== undefined || idOf !== undefined)
      .map(([name]) => [name, data[name]]),
  );

/** What was told of an event, with the ids that it gives and its day. */
export function completed(
  declaration: EventDeclaration,
  told: Data,
  { commandId, today }: CommandContext,
): { readonly ids: Readonly<Record<string, string>>; readonly day: string; readonly said: Data } {
  const { fields, occurs } = declaration;
  const ids: Record<string, string> = {};
  for (const [name, { makes }] of Object.entries(fields)) {
    const id = told[name];
    if (makes !== undefined) ids[name] = typeof id === 'string' ? id : madeId(commandId, makes);
  }
  const day = dayIn(declaration, told) ?? today;
  return { ids, day, said: { ...told, ...ids, ...(occurs !== undefined && { [occurs]: day }) } };
}
