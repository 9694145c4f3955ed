/** The stream is no longer at the revision that the client last saw (`If-Match`). */
export class StaleRevision extends Error {
  /** `actual` is undefined where the stream does not exist. */
  constructor(
    readonly stream: string,
    readonly expected: bigint,
    readonly actual: bigint | undefined,
  ) {
    super(`The stream ${stream} is at ${actual ?? 'no revision'}, not at ${expected}; read it again.`);
    this.name = 'StaleRevision';
  }
}

/** The command id was used before, for another request body. */
export class KeyReused extends Error {
  constructor(readonly commandId: string) {
    super(`The command ${commandId} was given before with another content; use a new key for a new command.`);
    this.name = 'KeyReused';
  }
}

/** Others kept writing to the stream between reading and appending. Nothing was appended; the command may be sent again. */
export class TooMuchContention extends Error {
  constructor(readonly stream: string) {
    super(`Too many are writing to ${stream} at once; nothing was recorded. Try again.`);
    this.name = 'TooMuchContention';
  }
}
