import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Receipt } from '../api/send.js';

/** Records once, however often it is tried: the same key until it is recorded or the form is filled in otherwise. */
export function useRecording<Said>(
  record: (said: Said, key: string) => Promise<Receipt>,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const key = useRef<string>(undefined);
  const sending = useMutation({
    mutationFn: (said: Said) => record(said, (key.current ??= crypto.randomUUID())),
    onSuccess() {
      key.current = undefined;
      onDone();
      void queries.invalidateQueries();
    },
  });
  return {
    send: sending.mutate,
    isSending: sending.isPending,
    failure: sending.error,
    /** Something else is said now: another command. */
    anew() {
      key.current = undefined;
      sending.reset();
    },
  };
}
