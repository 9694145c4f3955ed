import { EventIndex } from '../log/event-index.js';
import { Search, searchFor } from './search.js';

describe('a search', () => {
  const events = 20_000;

  /** Goes through all events as a group does, and says where it was told that something is wanted. */
  const through = (search: Search, from = 0) => {
    const found: number[] = [];
    let hidden = 0;
    for (let place = from; place < events;) {
      const looked = search.next(place, events);
      hidden += looked.hidden;
      if (looked.place === place) found.push(place++);
      else place = looked.place;
    }
    return { found, hidden };
  };

  it('B18 looks at each event once for twenty who find nothing, from wherever they begin', () => {
    let looks = 0;
    const nothing = () => {
      looks += 1;
      return false;
    };
    const search = new Search(nothing, (event) => event % 7 !== 0);
    for (let group = 0; group < 20; group += 1) {
      const from = group * 10;
      const hidden = Math.ceil(events / 7) - Math.ceil(from / 7);
      expect(through(search, from)).toEqual({ found: [], hidden });
    }
    expect(looks).toBe(events);
  });

  it('B18 finds all that is wanted, for those who are behind too', () => {
    const wanted = (event: number) => event % 1_999 === 5;
    const search = new Search(wanted, () => true);
    const all = Array.from({ length: events }, (_, event) => event).filter(wanted);
    for (let group = 0; group < 3; group += 1) expect(through(search).found).toEqual(all);
    expect(through(search, 6_000).found).toEqual(all.filter((event) => event >= 6_000));
  });

  it('B18 is the same for the same filter, and another one for another', () => {
    const index = new EventIndex();
    const filter = { by: 'type', prefixes: ['Nothing'] } as const;
    const search = searchFor(filter, index);
    expect(searchFor({ ...filter }, index)).toBe(search);
    expect(searchFor({ ...filter, by: 'stream' }, index)).not.toBe(search);
    expect(searchFor(undefined, index)).not.toBe(search);
    expect(searchFor(filter, new EventIndex())).not.toBe(search);
  });
});
