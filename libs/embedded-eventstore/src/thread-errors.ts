import { FolderInUse } from './log/folder-lock.js';

/** What is left of an error on its way to another thread, where its class would be lost. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

export function sent(thrown: unknown): SentError {
  const error = asError(thrown);
  const { name, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(stack === undefined ? {} : { stack }),
  };
}

/** The error again; FolderInUse, which callers tell from others, as the class it was. */
export function received({ name, message, ...rest }: SentError): Error {
  const error = name === 'FolderInUse' ? new FolderInUse(message) : new Error(message);
  error.name = name;
  return Object.assign(error, rest);
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
