import type { TokenVerifier } from './login.js';
import { unauthenticated } from './token-verifier.js';

/** With no provider, on data that once had one: nobody comes in. */
export const noTokens: TokenVerifier = {
  verify: () => Promise.reject(unauthenticated('no-provider')),
};
