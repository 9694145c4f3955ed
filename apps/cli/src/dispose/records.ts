import { randomUUID } from 'node:crypto';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { Clock } from '#apps/clock';
import { recordDisposals } from '#apps/record-disposals';
import { openIn } from '#casework';
import { enquiryStream, keepingOf } from '#enquiry';
import { confirmEnquiryDisposal, requestEnquiryDisposal } from '#enquiry/application/index';
import { type CommandContext, partsOf, type Receipt, Rejection, SetAside } from '#event-sourcing';
import { keepingOfMeeting, meetingStream } from '#meeting';
import { confirmMeetingDisposal, requestMeetingDisposal } from '#meeting/application/index';
import { monthsKept } from '#municipality';
import { recordDisposalOf } from '#subject/application/index';
import { monthsLater } from '#vocabulary';
import type { Parts } from '../with-parts.js';
import { tell, tellRefusal } from './tell.js';

type Kind = keyof typeof recordDisposals;
/** An enquiry or a meeting: its texts are under a key of its own. */
interface OwnRecord {
  readonly kind: Kind;
  readonly id: string;
}

/** Which records a command is about: one, or all of a class that are due. */
export interface OfRecords {
  readonly municipality: string;
  readonly enquiry?: string;
  readonly meeting?: string;
  readonly due?: string;
}
interface Asking {
  readonly legalBasis: string;
  readonly requestedBy: string;
}

interface Doing {
  readonly keeping: (parts: Parts, tenant: string, id: string) => Promise<Keeping>;
  readonly stream: (tenant: string, id: string) => string;
  readonly request: (parts: Parts, id: string, said: Asking, context: CommandContext) => Promise<Receipt>;
  readonly confirm: (parts: Parts, id: string, by: string, context: CommandContext) => Promise<Receipt>;
}
interface Keeping {
  readonly retentionClass: string;
  readonly settledOn: string | undefined;
  readonly isRequested: boolean;
  readonly disposedOn: string | undefined;
}

const withCases = ({ runner }: Parts) => ({
  runner,
  openCase: (tenant: string, caseId: string) => openIn(runner, tenant, caseId),
});
const doing: Readonly<Record<Kind, Doing>> = {
  enquiry: {
    keeping: ({ runner }, tenant, id) => keepingOf(runner, tenant, id),
    stream: enquiryStream,
    request: (parts, enquiryId, said, context) =>
      requestEnquiryDisposal(withCases(parts), { enquiryId, ...said }, context),
    confirm: (parts, enquiryId, confirmedBy, context) =>
      confirmEnquiryDisposal(withCases(parts), { enquiryId, confirmedBy }, context),
  },
  meeting: {
    keeping: async ({ runner }, tenant, id) => ({
      ...(await keepingOfMeeting(runner, tenant, id)),
      retentionClass: 'KE_MEETING',
    }),
    stream: meetingStream,
    request: (parts, meetingId, said, context) =>
      requestMeetingDisposal(parts, { meetingId, ...said }, context),
    confirm: (parts, meetingId, confirmedBy, context) =>
      confirmMeetingDisposal(parts, { meetingId, confirmedBy }, context),
  },
};

/** A record that has been kept as long as the municipality decided. */
interface Due extends OwnRecord {
  readonly retentionClass: string;
  readonly dueOn: string;
  readonly isRequested: boolean;
}

/** The enquiries and meetings that are due on a day. What went on in a case is kept as the case is, and goes with its person's. */
async function dueIn(parts: Parts, tenant: string, today: string): Promise<Due[]> {
  const found: Due[] = [];
  for (const kind of Object.keys(doing) as Kind[]) {
    for (const id of await idsOf(parts, tenant, kind)) {
      const kept = await unlessRefused({ kind, id }, () => doing[kind].keeping(parts, tenant, id));
      if (kept === undefined) continue;
      const { retentionClass, settledOn, isRequested, disposedOn } = kept;
      if (settledOn === undefined || disposedOn !== undefined || retentionClass === 'KE_CASE') continue;
      const months = await monthsKept(parts.runner, tenant, { retentionClass, day: today });
      if (months === undefined) continue;
      const dueOn = monthsLater(settledOn, months);
      if (dueOn <= today) found.push({ kind, id, retentionClass, dueOn, isRequested });
    }
  }
  return found.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

async function idsOf({ store }: Parts, tenant: string, kind: Kind): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const prefix = `${recordDisposals[kind].category}-${tenant}.`;
  for await (const events of store.scan({ streamPrefixes: [prefix] })) {
    for (const { stream } of events) {
      const id = partsOf(stream)?.id;
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

/** What comes of one of several; undefined where it is refused, or its stream set aside, which is told: the others go on. */
async function unlessRefused<T>({ kind, id }: OwnRecord, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Rejection || error instanceof SetAside)) throw error;
    tellRefusal(`${kind} ${id}`, error);
    return undefined;
  }
}

const clock = new Clock();
const lineOf = ({ kind, id, retentionClass, dueOn, isRequested }: Due) =>
  `${kind} ${id}: ${retentionClass}, due ${dueOn}${isRequested ? ', asked for' : ''}`;

export async function showDue(parts: Parts, tenant: string): Promise<void> {
  const due = await dueIn(parts, tenant, clock.dayOf(clock.now()));
  for (const one of due) tell(lineOf(one));
  if (due.length === 0) tell('Nothing is due. Periods are decided with POST /v1/retention-periods.');
}

/** One record, or those that are due: to be asked for, or to be confirmed once they are. */
async function recordsOf(
  parts: Parts,
  { municipality, enquiry, meeting, due }: OfRecords,
  which?: 'NEW' | 'ASKED_FOR',
): Promise<readonly OwnRecord[]> {
  if (enquiry !== undefined) return [{ kind: 'enquiry', id: enquiry }];
  if (meeting !== undefined) return [{ kind: 'meeting', id: meeting }];
  const all = await dueIn(parts, municipality, clock.dayOf(clock.now()));
  return all.filter(
    ({ retentionClass, isRequested }) =>
      retentionClass === due && (which === undefined || isRequested === (which === 'ASKED_FOR')),
  );
}

export async function showRecords(parts: Parts, options: OfRecords): Promise<void> {
  const { municipality } = options;
  for (const { kind, id } of await recordsOf(parts, options)) {
    const { retentionClass, settledOn, disposedOn } = await doing[kind].keeping(parts, municipality, id);
    const state =
      disposedOn === undefined
        ? settledOn === undefined
          ? 'is open, or there is none: its texts stay'
          : `goes, all its own texts; nobody has had anything to do with it since ${settledOn}`
        : `was disposed of on ${disposedOn}`;
    tell(`${kind} ${id} (${retentionClass}) ${state}.`);
  }
}

export async function requestOfRecords(
  parts: Parts,
  { legalBasis, requestedBy, ...options }: OfRecords & Asking,
): Promise<void> {
  const records = await recordsOf(parts, options, 'NEW');
  let asked = 0;
  for (const one of records) {
    const { kind, id } = one;
    const context = ownCommand('OPERATOR', options.municipality, randomUUID());
    const request = () => doing[kind].request(parts, id, { legalBasis, requestedBy }, context);
    if ((await unlessRefused(one, request)) === undefined) continue;
    asked += 1;
    tell(`The disposal of ${kind} ${id} is asked for.`);
  }
  if (records.length === 0) tell('Nothing of that class is due that is not asked for.');
  if (asked > 0) tell('Nothing is gone yet: another person confirms it with "samspor dispose confirm".');
}

/** Each is recorded, then its key is destroyed: what is cut short in between is done at the next start, or by confirming again. */
export async function confirmOfRecords(
  parts: Parts,
  { confirmedBy, ...options }: OfRecords & { readonly confirmedBy: string },
): Promise<void> {
  const { municipality } = options;
  const records = await recordsOf(parts, options, 'ASKED_FOR');
  for (const one of records) {
    const { kind, id } = one;
    const context = ownCommand('OPERATOR', municipality, randomUUID());
    const confirm = () => doing[kind].confirm(parts, id, confirmedBy, context);
    if ((await unlessRefused(one, confirm)) === undefined) continue;
    await destroyKeyOf(parts, municipality, one);
    tell(`The texts of ${kind} ${id} are disposed of.`);
  }
  if (records.length === 0) tell('Nothing of that class that is due is asked for.');
}

async function destroyKeyOf({ store, codec, vault }: Parts, tenant: string, { kind, id }: OwnRecord) {
  const recorded = recordDisposals[kind];
  const history = (await store.read(doing[kind].stream(tenant, id))).map((event) => codec.decode(event));
  const disposed = history.find(({ type }) => type === recorded.type);
  if (disposed) await vault.disposals.destroy(recordDisposalOf(recorded, disposed));
}
