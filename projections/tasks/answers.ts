import { representatives } from '#vocabulary';
import type { Dispatch, Told } from './row.js';

interface Whom {
  readonly dispatchId: string;
  readonly recipient: string;
  readonly partyId?: string;
}
export const cameBack = (
  dispatches: readonly Dispatch[],
  { dispatchId, recipient, partyId }: Whom,
  returned: Dispatch['to'][number]['returned'],
): Dispatch[] =>
  dispatches.map((sent) => ({
    ...sent,
    to: sent.to.map((one) =>
      sent.dispatchId === dispatchId &&
      one.recipient === recipient &&
      (partyId === undefined || one.partyId === partyId)
        ? { ...one, returned }
        : one,
    ),
  }));

/** Who speaks for the application: an answer to one of these is the answer. */
const applicants: readonly string[] = representatives.codes;

/** Whether the answer stands as sent to the person; where it came back from everybody, since when. */
export function toldIn({ dispatches }: Told) {
  const sent = dispatches.flatMap(({ to }) => to).filter(({ recipient }) => applicants.includes(recipient));
  const back = sent
    .flatMap(({ returned }) => returned ?? [])
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1);
  return { isTold: sent.some(({ returned }) => returned === null), back };
}
