import type { Authenticity } from './authenticity.js';
import type { Codec } from './codec.js';
import type { Notes } from './notes.js';

/**
 * The codec of a log whose events are authenticated: signs what goes in, and believes what comes out only where Samspor put it there. What
 * operators took note of is passed over.
 */
export const authentic = (codec: Codec, authenticity: Authenticity, notes?: Notes): Codec => ({
  eventsOf: (stream) => codec.eventsOf(stream),
  async encode(stream, drafts, sealing, expected) {
    return authenticity.signed(stream, expected, await codec.encode(stream, drafts, sealing, expected));
  },
  decode(event) {
    const noted = notes?.placeholder(event);
    if (noted) return noted;
    authenticity.assertAuthentic(event);
    return codec.decode(event);
  },
  judge(event) {
    if (!notes?.placeholder(event)) authenticity.assertAuthentic(event);
  },
  learn: () => notes?.learn() ?? Promise.resolve(),
  isKnownLost: (stream) => notes?.isKnownLost(stream) ?? false,
  isLeftOut: (by, event) => notes?.isLeftOut(by, event) ?? false,
});
