import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http2';
import { GrpcError, grpcStatus } from '../grpc/status.js';

/** Who may read and write everything. Rights by stream prefix would stand here, too. */
export interface Account {
  readonly login: string;
  readonly password: string;
}

/** A new account with a password that nobody can guess. */
export const newAccount = (login: string): Account => ({
  login,
  password: randomBytes(24).toString('base64url'),
});

/** Lets calls in that bear an account's credentials, and fails the others as a real server does. */
export type Guard = (headers: IncomingHttpHeaders) => void;

export const letAllIn: Guard = () => undefined;

/** What a client asks before it knows whom it talks to. */
const open = /^\/event_store\.client\.(gossip\.Gossip|server_features\.ServerFeatures)\//;

export function guardOf(accounts: readonly Account[]): Guard {
  const known = accounts.map(({ login, password }) => digest(basic(login, password)));
  return ({ authorization, ':path': path = '' }) => {
    if (authorization === undefined) {
      if (open.test(path)) return;
      throw new GrpcError(grpcStatus.permissionDenied, 'Access Denied', { exception: 'access-denied' });
    }
    const given = digest(authorization);
    // Each is compared, in the same time whatever was given.
    const fits = known.map((one) => timingSafeEqual(one, given));
    if (!fits.includes(true)) throw new GrpcError(grpcStatus.unauthenticated, 'Unauthenticated');
  };
}

const basic = (login: string, password: string) =>
  `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
const digest = (text: string) => hash('sha256', text, 'buffer');
