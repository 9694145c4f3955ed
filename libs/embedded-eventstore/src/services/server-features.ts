import type { Methods } from '../grpc/server.js';
import { unary } from '../grpc/server.js';
import { MessageWriter } from '../wire/protobuf.js';

/** The version whose answers the node gives; the clients decide by it what they may ask for. */
const version = '23.10.6';

/** What of a service is offered, with the features of its methods. */
export interface OfferedService {
  readonly service: string;
  readonly methods: Readonly<Record<string, readonly string[]>>;
}

/** `ServerFeatures`: the clients' first call. Names are in lower case. */
export function serverFeatures(offered: readonly OfferedService[]): Methods {
  const answer = new MessageWriter();
  for (const { service, methods } of offered) {
    for (const [method, features] of Object.entries(methods)) {
      const supported = new MessageWriter().string(1, method.toLowerCase()).string(2, service.toLowerCase());
      for (const feature of features) supported.string(3, feature);
      answer.message(1, supported);
    }
  }
  answer.string(2, version);
  return { GetSupportedMethods: unary(() => answer.finish()) };
}
