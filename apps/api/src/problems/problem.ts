/** One fault in a request: where it is, in the body's own words (`items[0].reason`), and what is wrong. Never the value. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** What the API answers when it does not do as asked (RFC 9457). `type` is stable; sentences may change. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly restsOn?: readonly { readonly eventId: string; readonly type: string; readonly stream: string }[];
}

/** The problems of the edge itself; the domain's own (`<context>/<rule>`) come as 404 or 409 beside these. */
export const problemTypes = {
  'malformed-json': [400, 'The body is not JSON'],
  'malformed-request': [400, 'The request cannot be read'],
  'invalid-body': [400, 'The body has faults'],
  'invalid-query': [400, 'The query has faults'],
  'invalid-header': [400, 'A header has a fault'],
  'municipality-needed': [400, 'Say which municipality'],
  unauthenticated: [401, 'A valid token is needed'],
  forbidden: [403, 'Your token does not allow this'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This address takes another method'],
  'not-acceptable': [406, 'No such representation'],
  'request-timeout': [408, 'The request took too long to arrive'],
  'cursor-of-another-log': [410, 'The position belongs to another log'],
  'stale-revision': [412, 'It has changed meanwhile'],
  'body-too-large': [413, 'The body is too large'],
  'address-too-long': [414, 'The address is too long'],
  'unsupported-media-type': [415, 'The body must be JSON'],
  'expectation-failed': [417, 'The expectation cannot be met'],
  'key-reused': [422, 'The key was used for another request'],
  'headers-too-large': [431, 'The headers are too large'],
  'internal-error': [500, 'Something went wrong here'],
  'record-unreadable': [500, 'The record cannot be read'],
  contention: [503, 'Too many at once'],
  'log-unavailable': [503, 'The log cannot be reached'],
  'database-unavailable': [503, 'The database cannot be reached'],
  'read-models-halted': [503, 'The read models have stopped'],
  'read-models-being-made': [503, 'The read models are being made'],
  'identity-provider-unavailable': [503, 'The identity provider cannot be reached'],
  'not-yet-visible': [202, 'Not yet visible'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemType = keyof typeof problemTypes;

interface ProblemOptions extends ErrorOptions {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere in the API to answer with that problem. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;

  constructor(type: ProblemType, detail: string, { errors, headers, ...options }: ProblemOptions = {}) {
    super(detail, options);
    this.name = 'Problem';
    const [status, title] = problemTypes[type];
    this.status = status;
    this.headers = headers ?? {};
    this.body = { type, title, status, detail, ...(errors && { errors }) };
  }
}

export const notFound = () =>
  new Problem('not-found', 'It does not exist, or it is not among what you may see.');
