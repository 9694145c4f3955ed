import { isIP } from 'node:net';
import { credentials } from '@grpc/grpc-js';

interface Connector {
  readonly connectionOptions?: { servername?: string };
}

/**
 * gRPC shows a server that is named by digits those digits as the server name of TLS. RFC 6066 forbids it, and Node warns of it once a
 * process. Without a server name the digits are still what the certificate is checked against.
 */
export function showNoDigitsAsServerName(): void {
  const kind = Object.getPrototypeOf(credentials.createSsl()) as {
    _createSecureConnector: (this: unknown, ...given: unknown[]) => Connector;
  };
  const create = kind._createSecureConnector;
  kind._createSecureConnector = function connectorOf(this: unknown, ...given) {
    const connector = create.apply(this, given);
    const { connectionOptions } = connector;
    if (connectionOptions && isIP(connectionOptions.servername ?? '') !== 0) {
      delete connectionOptions.servername;
    }
    return connector;
  };
}
