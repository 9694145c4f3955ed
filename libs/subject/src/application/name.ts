import type { CommandRunner } from '#event-sourcing';
import { isSealed, type Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectStream } from '../questions.js';

/** What a person is called now, for what goes out of the program by itself; undefined where nothing is known, or its key is destroyed. */
export async function nameOf(
  { runner, keys }: { readonly runner: Pick<CommandRunner, 'look'>; readonly keys: Pick<Keys, 'open'> },
  tenant: string,
  subjectId: string,
): Promise<string | undefined> {
  const { effective } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const naming = effective.findLast(({ type }) => type === 'SubjectRegistered' || type === 'SubjectRenamed');
  const { givenName, familyName }: Readonly<Record<string, unknown>> = naming?.data ?? {};
  const opened = await keys.open([givenName, familyName].filter(isSealed));
  const parts = opened.flatMap((field) => (field.status === 'open' ? [field.text] : []));
  return parts.length === 0 ? undefined : parts.join(' ');
}
