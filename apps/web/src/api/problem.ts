/** What stands in the way, as the API tells it (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly restsOn?: readonly { readonly eventId: string; readonly type: string; readonly stream: string }[];
}

/** A request that was refused, or that never arrived (status 0). */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.detail);
    this.name = 'Problem';
  }

  get status() {
    return this.body.status;
  }

  get type() {
    return this.body.type;
  }

  /** Nobody knows whether it was done: the same may be sent again under the same key. */
  get isLost() {
    return this.status === 0 || this.status === 502 || this.status === 504;
  }

  /** Nothing was said of what was asked for, also not that it is refused: asked again, it may come. */
  get isYetToCome() {
    return this.isLost || this.status === 202 || this.status === 503;
  }

  /** The same was sent before, with something else in it, and that is recorded. */
  get isRecordedOtherwise() {
    return this.type === 'key-reused';
  }
}

/** The line is down, or the program is. */
export const notReached = () => new Problem({ type: 'not-reached', title: '', status: 0, detail: '' });

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
