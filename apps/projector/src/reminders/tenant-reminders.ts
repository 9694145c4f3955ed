import type { MailConfig } from '#apps/mail-config';
import { until } from '#apps/until';
import { type CommandRunner, derivedId } from '#event-sourcing';
import { profileOf } from '#municipality';
import type { Vault, Viewer } from '#personal-data';
import type { Pool } from '#postgres';
import { survivorIn } from '#projections/staff/mergers';
import { mergersIn, staffByIds } from '#projections/staff/queries';
import { termsOf } from '#projections/tasks/coordination.queries';
import { type Task, type TaskAfter, tasksPage } from '#projections/tasks/queries';
import { isMailAddress } from '#vocabulary';
import { leaderIn } from '#projections/units/led';
import { unitsOf } from '#projections/units/queries';
import { leftWaiting } from './left-waiting.js';
import { letterTo } from './letter.js';
import { AddressRefused, type Post, PostFailure } from './post.js';

export interface ReminderParts {
  readonly runner: Pick<CommandRunner, 'look'>;
  readonly vault: Pick<Vault, 'disclosure' | 'reminders'>;
  /** Reads the rows of the read models as their reader. */
  readonly reader: Pool;
  readonly post: Post;
  readonly config: Pick<MailConfig, 'publicUrl'>;
  /** The day as it is: messages may take until the next one. */
  readonly today: () => string;
}

export interface Reminded {
  /** How many were told. */
  readonly sent: number;
  /** How many addresses the mail server refused for good. */
  readonly refused: number;
}

const pageSize = 500;
const nobody: Reminded = { sent: 0, refused: 0 };

/**
 * Tells everybody in a municipality who has left something untouched for as long as its profile allows that something waits, each once a day. Fails
 * with `PostFailure` where messages cannot be handed over: who was not told then can be told later that day.
 */
export async function remindIn(
  parts: ReminderParts,
  tenant: string,
  today: string,
  signal: AbortSignal,
): Promise<Reminded> {
  const { runner, vault, reader, post, config } = parts;
  const { profile } = await profileOf(runner, tenant);
  const days = profile?.remindAfterDays;
  if (profile === undefined || days === undefined || today < profile.adoptedOn) return nobody;
  const viewer: Viewer = {
    tenants: [tenant],
    partyId: derivedId('system', tenant),
    roles: ['LEADER'],
    units: [],
  };
  const months = profile.keMeetingMaxMonths;
  const intervals = months === undefined ? [] : [{ municipality: tenant, months, since: profile.adoptedOn }];
  const terms = [termsOf(profile)];
  const tasks: Task[] = [];
  for (let after: TaskAfter | undefined; ;) {
    const page = await tasksPage(reader, viewer, {}, { today, intervals, terms, after, limit: pageSize });
    tasks.push(...page.rows);
    if (page.next === undefined) break;
    after = page.next;
  }
  const staff = await staffOf(reader, viewer, tenant, today, tasks);
  const toldOn = await vault.reminders.sentOn(tenant);
  const whom = [...leftWaiting(tasks, staff, { today, days, toldOn })];
  if (whom.length === 0) return nobody;
  const addresses = await addressesOf(parts, viewer, tenant, whom);
  if (addresses.size === 0) return nobody;

  await until(signal, post.ready());
  let [sent, refused] = [0, 0];
  let failure: Error | undefined;
  for (const [partyId, address] of addresses) {
    if (signal.aborted || parts.today() !== today) break;
    const reminder = { tenant, partyId, day: today };
    if (!(await vault.reminders.claim(reminder))) continue;
    try {
      const id = derivedId('reminder', tenant, partyId, today);
      // One that is left to itself may still go out: then it is not known to have.
      await until(signal, post.send(letterTo(address, id, profile.language, config)));
      await vault.reminders.sent(reminder);
      sent++;
    } catch (error) {
      const isOfAddress = error instanceof AddressRefused;
      const isUnsent = error instanceof PostFailure || (isOfAddress && !error.isForGood);
      if (isUnsent) {
        await vault.reminders.release(reminder);
        failure = error as Error;
      } else if (isOfAddress) refused++;
      // Nobody knows whether it went out: it is not tried again that day, the others are.
      else failure = new PostFailure('The mail server broke off while it took a message', { cause: error });
      if (!isOfAddress) break;
    }
  }
  if (failure instanceof AddressRefused) throw new PostFailure(failure.message, { cause: failure });
  if (failure !== undefined) throw failure;
  return { sent, refused };
}

const coordinatingUnit = 'KE';

/** Who works there, by the registers as they are: of those that the tasks name. */
async function staffOf(reader: Pool, viewer: Viewer, tenant: string, today: string, tasks: readonly Task[]) {
  const mergers = await mergersIn(reader, tenant);
  const named = new Set(
    tasks.flatMap(({ partyId }) => (partyId === null ? [] : survivorIn(mergers, partyId))),
  );
  const rows = await staffByIds(reader, viewer, tenant, [...named]);
  const works = new Set(
    rows.filter(({ lastDay }) => lastDay === null || lastDay >= today).map(({ partyId }) => partyId),
  );
  const units = new Map((await unitsOf(reader, viewer)).map((row) => [row.unit, row]));
  return {
    worksAs(partyId: string) {
      const survivor = survivorIn(mergers, partyId);
      return works.has(survivor) ? survivor : undefined;
    },
    leaderOf(unit: string | null) {
      const leader = leaderIn(units, unit ?? coordinatingUnit, today);
      return leader === undefined ? undefined : survivorIn(mergers, leader);
    },
  };
}

/** How each is reached at work by e-mail, by the register of staff; who has no address there is not told. */
async function addressesOf(
  { vault, reader }: ReminderParts,
  viewer: Viewer,
  tenant: string,
  partyIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await vault.disclosure.disclose(
    viewer,
    'CONTACT',
    partyIds,
    () => staffByIds(reader, viewer, tenant, partyIds),
    'nobody',
  );
  return new Map(
    rows.flatMap(({ partyId, contact }): [string, string][] => {
      const email: unknown = contact?.email;
      return isMailAddress(email) ? [[partyId, email]] : [];
    }),
  );
}
