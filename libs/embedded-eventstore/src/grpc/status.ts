/** The gRPC status codes with which the node refuses. */
export const grpcStatus = {
  cancelled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  unimplemented: 12,
  unavailable: 14,
  dataLoss: 15,
  unauthenticated: 16,
} as const;

type GrpcStatus = (typeof grpcStatus)[keyof typeof grpcStatus];

/** A call's end with another status than OK, with the trailers from which the clients make their typed errors. */
export class GrpcError extends Error {
  override name = 'GrpcError';

  constructor(
    readonly status: GrpcStatus,
    message: string,
    readonly trailers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** A header value as gRPC wants it: what is not printable ASCII, and `%`, percent-encoded. */
export function percentEncoded(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    encoded +=
      byte >= 0x20 && byte <= 0x7e && byte !== 0x25
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

export const streamDeleted = (stream: string): GrpcError =>
  new GrpcError(grpcStatus.failedPrecondition, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const invalidArgument = (message: string): GrpcError =>
  new GrpcError(grpcStatus.invalidArgument, message);
