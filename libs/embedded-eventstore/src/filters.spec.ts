import { describe, expect, it } from '@jest/globals';
import { compileFilter, type FilterOptions } from './filters.js';
import { GrpcError } from './grpc/status.js';
import { EventIndex } from './log/event-index.js';

function indexOf(streams: readonly string[]): EventIndex {
  const index = new EventIndex();
  for (const [place, stream] of streams.entries()) {
    const number = index.streams.number(stream);
    const type = index.types.number('Noted');
    index.add(
      { stream: number, type, position: place, segment: 0, offset: place, length: 1 },
      index.lastRevision(number) + 1,
    );
  }
  return index;
}

function matched(streams: readonly string[], options: Omit<FilterOptions, 'by'>): string[] {
  const filter = compileFilter({ by: 'stream', ...options }, indexOf(streams));
  return streams.filter((_, event) => filter(event));
}

describe('a filter', () => {
  it('matches by the beginning of a name', () => {
    expect(matched(['case-1', 'note-1', 'case-2', 'a-case'], { prefixes: ['case-'] })).toEqual([
      'case-1',
      'case-2',
    ]);
  });

  it('matches by a regular expression, over more names than are judged at once', () => {
    const streams = Array.from({ length: 2500 }, (_, n) => `stream-${n}`);
    const thousands = streams.filter((name) => name.endsWith('00'));
    expect(matched([...streams, 'stream-100'], { prefixes: [], regex: '00$' })).toEqual([
      ...thousands,
      'stream-100',
    ]);
  });

  it('judges names that come later', () => {
    const index = indexOf(['case-1']);
    const filter = compileFilter({ by: 'stream', prefixes: [], regex: '^case' }, index);
    expect(filter(0)).toBe(true);
    for (const [event, name] of [
      [1, 'case-2'],
      [2, 'other'],
    ] as const) {
      const stream = index.streams.number(name);
      index.add({ stream, type: 0, position: event, segment: 0, offset: event, length: 1 }, 0);
    }
    expect([filter(1), filter(2)]).toEqual([true, false]);
  });

  it('judges what is shown to everybody once for all readers', () => {
    const index = indexOf(['case-1', '$persistentsubscription-$all::group-checkpoint']);
    const shown = compileFilter(undefined, index);
    expect([shown(0), shown(1)]).toEqual([true, false]);
    expect(compileFilter(undefined, index)).toBe(shown);
    expect(compileFilter(undefined, indexOf([]))).not.toBe(shown);
  });

  it('refuses an expression that would never come to an end', () => {
    const filter = compileFilter(
      { by: 'stream', prefixes: [], regex: '^(a+)+$' },
      indexOf([`${'a'.repeat(60)}!`]),
    );
    expect(() => filter(0)).toThrow(GrpcError);
    expect(() => filter(0)).toThrow('takes more than 15 ms');
  });

  it('refuses what is no expression', () => {
    expect(() => compileFilter({ by: 'stream', prefixes: [], regex: '(' }, indexOf([]))).toThrow(
      'not a valid',
    );
  });
});
