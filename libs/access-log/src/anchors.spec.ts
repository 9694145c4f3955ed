import { specOf } from '#event-sourcing/testing/spec-of';
import { accessLogDecider } from './anchors.js';

const { given } = specOf(accessLogDecider);
const end = (entry: number) => ({ municipality: '1576', entry, mac: 'ab'.repeat(32) });
const anchored = (entry: number) => ({ type: 'AccessLogAnchored' as const, data: end(entry) });
const anchor = (entry: number) => ({ type: 'AnchorAccessLog' as const, data: end(entry) });

describe('The end of the access log', () => {
  it('is noted where it lies beyond the last one, and at no earlier place', () => {
    given().when(anchor(7)).then(anchored(7));
    given(anchored(7)).when(anchor(9)).then(anchored(9));
    given(anchored(7)).when(anchor(7)).thenNothing();
    given(anchored(7), anchored(9)).when(anchor(8)).thenNothing();
  });
});
