import type { EventStoreDBClient } from '@eventstore/db-client';

/** What a server says of itself. */
export interface Server {
  readonly version: string;
  /** It speaks TLS, and asks for a login. */
  readonly isSecure: boolean;
}

/** Asks a server which it is. */
export async function serverAt(client: EventStoreDBClient, connectionString: string): Promise<Server> {
  const { serverVersion } = await client['capabilities'];
  return { version: serverVersion, isSecure: !/[?&]tls=false(&|$)/i.test(connectionString) };
}

/** EventStoreDB is called KurrentDB from 25.0 on. */
export const isKurrent = ({ version }: Server): boolean => Number(version.split('.')[0]) >= 25;
const isSecure = (server: Server) => server.isSecure;

/** Scenarios that other servers than an EventStoreDB 23.10 without logins answer otherwise. */
export interface OtherAnswer {
  readonly scenario: string;
  readonly step: number;
  readonly on: (server: Server) => boolean;
  readonly reason: string;
  /** Absent: it differs from run to run, and is not compared. */
  readonly instead?: unknown;
}

const taken = { success: true, nextExpectedRevision: '0', position: 'yes' };
const larger = 'The largest append is larger.';
const sooner = 'It has caught up with a stream that is not there before the first live event, not after it.';
const wider = 'One checkpoint more, and windows that begin one event earlier.';

export const otherAnswers: readonly OtherAnswer[] = [
  {
    scenario: 'append to $all',
    step: 0,
    on: isSecure,
    reason: 'Nobody has the right to append to $all.',
    instead: { error: 'AccessDeniedError', type: 'access-denied' },
  },
  {
    scenario: 'an append of 1,100,000 bytes in one event',
    step: 0,
    on: isKurrent,
    reason: larger,
    instead: taken,
  },
  { scenario: 'an append of 5,000,000 bytes', step: 0, on: isKurrent, reason: larger, instead: taken },
  {
    scenario: 'subscribe to a missing stream, then live',
    step: 0,
    on: isKurrent,
    reason: sooner,
    instead: ['confirmation', 'caughtUp', '0:a', '1:b'],
  },
  {
    scenario: 'subscribe to a soft-deleted stream, then live',
    step: 2,
    on: isKurrent,
    reason: sooner,
    instead: ['confirmation', 'caughtUp', '2:c'],
  },
  {
    scenario: 'checkpoints: nothing matches in 500 events, window 10, interval 1',
    step: 1,
    on: isKurrent,
    reason: wider,
  },
  {
    scenario: 'checkpoints: every tenth matches in 200 events, window 10, interval 2',
    step: 1,
    on: isKurrent,
    reason: wider,
  },
  { scenario: 'checkpoints when live: matching and not', step: 1, on: isKurrent, reason: wider },
];

/** The answer to expect of a server; undefined where any will do. */
export function answerOf(
  server: Server,
  scenario: string,
  step: number,
  recorded: unknown,
): { readonly answer: unknown } | undefined {
  const other = otherAnswers.find((one) => one.scenario === scenario && one.step === step && one.on(server));
  if (other === undefined) return { answer: recorded };
  return 'instead' in other ? { answer: other.instead } : undefined;
}
