import type { CommandRunner, Recorded } from '#event-sourcing';
import { isSealed, type Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectStream } from '../questions.js';
import { birthDateIn } from './number.js';

/** An event's fields, number and date among them. */
type Data = Recorded['data'];
type Told = Pick<Recorded, 'type' | 'data'>;

/**
 * Whether the person's record would tell two days of birth, read today as `after` says of its history. A number that was replaced, and what was told
 * before it, say nothing any more. The days stand sealed, also those in the numbers: they are opened here, and the decision hears this alone.
 */
export async function birthDiffers(
  { runner, keys }: { readonly runner: Pick<CommandRunner, 'look'>; readonly keys: Pick<Keys, 'open'> },
  {
    tenant,
    subjectId,
    today,
  }: { readonly tenant: string; readonly subjectId: string; readonly today: string },
  after: (history: readonly Recorded[]) => readonly Told[],
): Promise<boolean> {
  const { history } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const events = after(history);
  const since = events.findLastIndex(({ type }) => type === 'SubjectIdentityReplaced');
  const births = await opened(
    keys,
    events.slice(Math.max(since, 0)).map(({ data }) => data),
  );
  return new Set(births.flatMap((told) => daysIn(told, today))).size > 1;
}

/** The person's day of birth, opened for a decision, of whatever registration; undefined where none is told, or it does not open. */
export async function birthDateOf(
  { runner, keys }: { readonly runner: Pick<CommandRunner, 'look'>; readonly keys: Pick<Keys, 'open'> },
  {
    tenant,
    registrations,
    today,
  }: { readonly tenant: string; readonly registrations: readonly string[]; readonly today: string },
): Promise<string | undefined> {
  for (const subjectId of registrations) {
    const { effective } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
    const told = await opened(
      keys,
      effective.map(({ data }) => data),
    );
    const day = told.flatMap((one) => daysIn(one, today)).at(-1);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Each with its sealed fields opened; what does not open tells nothing. */
async function opened(keys: Pick<Keys, 'open'>, events: readonly Data[]): Promise<Data[]> {
  const sealed = events.flatMap(birthFields).filter(isSealed);
  const fields = await keys.open(sealed);
  const texts = new Map(
    sealed.map((one, index) => {
      const field = fields[index];
      return [one, field?.status === 'open' ? field.text : undefined] as const;
    }),
  );
  const open = (value: unknown) => (isSealed(value) ? texts.get(value) : value);
  return events.map((told) => {
    const [identityNumber, birthDate] = birthFields(told).map(open);
    return { identityNumber, birthDate };
  });
}

const birthFields = (told: Data): unknown[] => [told['identityNumber'], told['birthDate']];

function daysIn(told: Data, today: string): string[] {
  const [identityNumber, birthDate] = birthFields(told);
  return [
    typeof identityNumber === 'string' ? birthDateIn(identityNumber, today) : undefined,
    typeof birthDate === 'string' ? birthDate : undefined,
  ].filter((day) => day !== undefined);
}
