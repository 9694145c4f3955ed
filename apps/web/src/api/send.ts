import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Keys } from '../drafts/keys.js';
import { recorded } from './client.js';
import { isProblem } from './problem.js';
import { request } from './request.js';

/** What a command answered with: ids of what it made, and what was recorded. */
export interface Receipt {
  readonly readAfter: string;
  readonly events: readonly { readonly eventId: string; readonly type: string }[];
  readonly [id: string]: unknown;
}

export interface Sending {
  /** Which of the commands of its form it is. */
  readonly command: string;
  readonly path: string;
  readonly body: unknown;
  /** The revision that the page showed; who changed it since is told of. */
  readonly ifMatch?: string;
}

/** Sends a command under a key: the same key again is the same command. */
async function send({ path, body, ifMatch }: Sending, key: string): Promise<Receipt> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Idempotency-Key': key, ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }) },
    body,
  });
  return (await response.json()) as Receipt;
}

/** What no command of a page changes. */
const settled: readonly unknown[] = ['session', '/v1/labels', '/v1/profile'];

/** Records what a form says. A double press, or a new try after a lost answer, is one record; once it is recorded, whatever is shown is read anew. */
export function useSend(keys: Keys) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (sending: Sending) => {
      const { command } = sending;
      const key = await keys.keyFor(command);
      try {
        const receipt = await send(sending, key);
        keys.spend(command);
        recorded(receipt.readAfter);
        return receipt;
      } catch (error) {
        if (isProblem(error) && error.isRecordedOtherwise) keys.spend(command);
        throw error;
      }
    },
    // Not waited for: whoever sent it hears of it first, since the form may be gone once the page shows what was recorded.
    onSuccess: () =>
      void queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => !settled.includes(of) }),
  });
}
