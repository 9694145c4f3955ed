/** An event that was acknowledged and cannot be read as it was written. */
export class DamagedEvent extends Error {
  override name = 'DamagedEvent';

  constructor(
    readonly segment: string,
    readonly offset: number,
  ) {
    super(
      `The event in segment ${segment} at offset ${offset} is damaged and is not served. ` +
        'Restore the data folder from a backup, or read on behind it.',
    );
  }
}

/** An append that could not be made durable; nothing of it is stored. */
export class LogNotWritable extends Error {
  override name = 'LogNotWritable';
}
