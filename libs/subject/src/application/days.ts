import type { CommandRunner, Recorded } from '#event-sourcing';
import { isSealed, type Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectStream } from '../questions.js';
import { birthDateIn } from './number.js';

/** An event's fields, number and dates among them. */
type Data = Recorded['data'];
type Told = Pick<Recorded, 'type' | 'data'>;

/** What would be wrong with the days of birth and death that a person's record tells. */
export interface Days {
  /** It would tell two days of birth. */
  readonly birthDiffers: boolean;
  /** It would tell a death before the birth, or after the day on which the unit was told. */
  readonly outOfOrder: boolean;
}

/**
 * What would be wrong with the days in a person's record, read today as `after` says of its history. A number that was replaced, and what was told
 * before it, say nothing any more. The days stand sealed, also those in the numbers: they are opened here, and the decision hears this alone.
 */
export async function daysIn(
  { runner, keys }: { readonly runner: Pick<CommandRunner, 'look'>; readonly keys: Pick<Keys, 'open'> },
  {
    tenant,
    subjectId,
    today,
  }: { readonly tenant: string; readonly subjectId: string; readonly today: string },
  after: (history: readonly Recorded[]) => readonly Told[],
): Promise<Days> {
  const { history } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const events = after(history);
  const since = events.findLastIndex(({ type }) => type === 'SubjectIdentityReplaced');
  const told = await opened(
    keys,
    events.filter(({ type }, at) => at >= since || type === 'SubjectDeceased').map(({ data }) => data),
  );
  const births = new Set(told.flatMap((data) => birthsIn(data, today)));
  return { birthDiffers: births.size > 1, outOfOrder: told.some((data) => isOutOfOrder(data, births)) };
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
    const day = told.flatMap((one) => birthsIn(one, today)).at(-1);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Each with its sealed days opened; what does not open tells nothing. */
async function opened(keys: Pick<Keys, 'open'>, events: readonly Data[]): Promise<Data[]> {
  const sealed = events.flatMap((told) => dayFields.map((name) => told[name])).filter(isSealed);
  const fields = await keys.open(sealed);
  const texts = new Map(
    sealed.map((one, index) => {
      const field = fields[index];
      return [one, field?.status === 'open' ? field.text : undefined] as const;
    }),
  );
  const open = (value: unknown) => (isSealed(value) ? texts.get(value) : value);
  return events.map((told) => ({
    toldOn: told['toldOn'],
    ...Object.fromEntries(dayFields.map((name) => [name, open(told[name])])),
  }));
}

const dayFields = ['identityNumber', 'birthDate', 'diedOn'] as const;

function birthsIn({ identityNumber, birthDate }: Data, today: string): string[] {
  return [
    typeof identityNumber === 'string' ? birthDateIn(identityNumber, today) : undefined,
    typeof birthDate === 'string' ? birthDate : undefined,
  ].filter((day) => day !== undefined);
}

const isOutOfOrder = ({ diedOn, toldOn }: Data, births: ReadonlySet<string>) =>
  typeof diedOn === 'string' &&
  ((typeof toldOn === 'string' && toldOn < diedOn) || [...births].some((birth) => diedOn < birth));
