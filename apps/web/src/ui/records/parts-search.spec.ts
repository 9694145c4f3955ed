import { partsSearch } from './parts-search.js';

const search = partsSearch(['enheter', 'ansatte']);

describe('what an address says of a page of parts', () => {
  it('is the part that it names, with the step that stands open', () =>
    expect(search({ del: 'ansatte', steg: 'Staff_end' })).toEqual({ del: 'ansatte', steg: 'Staff_end' }));
  it('leaves nothing of a part that is not there', () =>
    expect({ del: 'lovverk', ...search({ del: 'lovverk', steg: 7 }) }).toEqual({}));
});
