export type SentUnder = Readonly<Record<string, string>>;

/** As it is kept, here and with the server. */
export interface Kept<T> {
  readonly values: T;
  readonly savedAt: string;
  /** Of commands that were sent and not answered, by name. */
  readonly sentUnder: SentUnder;
}

/** As it was kept, also by an older page, which told nothing of what was sent. */
export type KeptOnce<T> = Omit<Kept<T>, 'sentUnder'> & Partial<Kept<T>>;

/** What was kept last stands: the browser knows what the server did not hear of. */
export function newerOf<T>(
  here: KeptOnce<T> | undefined,
  there: KeptOnce<T> | undefined,
): Kept<T> | undefined {
  const found = here !== undefined && (there === undefined || here.savedAt >= there.savedAt) ? here : there;
  return found && { sentUnder: {}, ...found };
}
