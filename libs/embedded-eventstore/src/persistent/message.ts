/** An event on its way through a group. */
export interface Message {
  /** The id that the client acknowledges: the link's where there is one. */
  readonly id: string;
  readonly event: number | undefined;
  readonly link: number | undefined;
  /** Its place in the source: a revision, or for `$all` an event's number; undefined when it was parked before. */
  readonly place: number | undefined;
  retries: number;
  /** Where a pinned strategy has put it. */
  bucket?: number;
}
