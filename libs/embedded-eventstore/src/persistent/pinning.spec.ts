import { describe, expect, it } from '@jest/globals';
import { bucketOf, Pinning } from './pinning.js';

const consumer = (name: string) => ({ name });
const streams = Array.from({ length: 200 }, (_, n) => bucketOf(`stream-${n}`));

describe('pinning', () => {
  it('shares the buckets among the consumers, and asks the same one again', () => {
    const pinning = new Pinning<{ name: string }>();
    const consumers = [consumer('a'), consumer('b')];
    const owners = streams.map((bucket) => pinning.ownerOf(bucket, consumers));
    expect(streams.map((bucket) => pinning.ownerOf(bucket, consumers))).toEqual(owners);
    expect(new Set(owners)).toEqual(new Set(consumers));
  });

  it('moves only what is above the share of the others to one that joins', () => {
    const pinning = new Pinning<{ name: string }>();
    const consumers = ['a', 'b', 'c'].map(consumer);
    const before = streams.map((bucket) => pinning.ownerOf(bucket, consumers));
    const joined = consumer('d');
    const after = streams.map((bucket) => pinning.ownerOf(bucket, [...consumers, joined]));
    const moved = after.filter((owner, at) => owner !== before[at]);
    expect(new Set(moved)).toEqual(new Set([joined]));
    expect(moved.length).toBeLessThanOrEqual(Math.ceil(streams.length / 4) + 4);
  });

  it('moves no bucket of which something is on its way', () => {
    const pinning = new Pinning<{ name: string }>();
    const first = consumer('first');
    for (const bucket of streams) pinning.ownerOf(bucket, [first]);
    for (const bucket of streams) pinning.sent(bucket);
    const both = [first, consumer('second')];
    const [bucket = 0] = streams;
    expect(pinning.ownerOf(bucket, both)).toBeUndefined();
    for (const answered of streams) pinning.answered(answered);
    expect(pinning.ownerOf(bucket, both)).toBe(both[1]);
  });

  it('gives what somebody had who left to those who stay', () => {
    const pinning = new Pinning<{ name: string }>();
    const [left, stays] = [consumer('left'), consumer('stays')];
    for (const bucket of streams) pinning.ownerOf(bucket, [left, stays]);
    pinning.left(left);
    expect(new Set(streams.map((bucket) => pinning.ownerOf(bucket, [stays])))).toEqual(new Set([stays]));
  });
});
