import { columnsOf } from './rows.js';

const place = { stream: 'order-1576.a', eventId: 'e', field: 'note' };
const sealed = { v: 1, keyId: 'k', nonce: 'n', ciphertext: 'c', commitment: 'm', ...place };
const row = {
  key: 'a',
  municipality: '1576',
  stream: place.stream,
  revision: 3n,
  position: 9007199254740993n,
  row: { order_id: 'a', note: sealed },
};
const engineOwn = {
  municipality: '1576',
  stream: place.stream,
  revision: '3',
  position: '9007199254740993',
};

describe('what is written of a row', () => {
  it('is where the log has each sealed text', () =>
    expect(columnsOf({}, row)).toEqual({ order_id: 'a', note: place, ...engineOwn }));
  it('is the text itself where the projection wants it whole', () =>
    expect(columnsOf({ sealed: 'whole' }, row)).toEqual({ order_id: 'a', note: sealed, ...engineOwn }));
});
