import type { Authenticity } from './authenticity.js';
import type { Codec } from './codec.js';

/** The codec of a log whose events are authenticated: signs what goes in, and believes what comes out only where Samspor put it there. */
export const authentic = (codec: Codec, authenticity: Authenticity): Codec => ({
  eventsOf: (stream) => codec.eventsOf(stream),
  async encode(stream, drafts, sealing, expected) {
    return authenticity.signed(stream, expected, await codec.encode(stream, drafts, sealing, expected));
  },
  decode(event) {
    authenticity.assertAuthentic(event);
    return codec.decode(event);
  },
});
