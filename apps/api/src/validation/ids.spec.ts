import 'reflect-metadata';
import { ListOfIds, OpaqueId, Uuid } from './decorators.js';
import { asWritten } from './ids.js';
import { validated } from './validate.js';

const capitals = '0F2F3F5E-6D2C-5D6F-9C38-6A3B8F1F5A21';
const written = '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21';

const fault = { type: 'invalid-body' };

class Ids {
  @OpaqueId()
  one!: string;

  @Uuid()
  chosen!: string;

  @ListOfIds()
  many!: string[];
}

describe('an id', () => {
  it.each([
    [capitals, written],
    [`${capitals}.12`, `${written}.12`],
    ['Party-1', 'Party-1'],
    ['0F2F3F5E', '0F2F3F5E'],
    [7, 7],
  ])('written as %s is %s', (told, id) => expect(asWritten(told)).toBe(id));

  it('is the same in every field of a body, in whatever case it is sent', async () => {
    expect(await validated(Ids, { one: capitals, chosen: capitals, many: [capitals, 'a'] })).toEqual({
      one: written,
      chosen: written,
      many: [written, 'a'],
    });
    await expect(
      validated(Ids, { one: 'a', chosen: written, many: [capitals, written] }),
    ).rejects.toMatchObject(fault);
  });

  it('that is none is a fault as before', async () => {
    await expect(validated(Ids, { one: {}, chosen: [], many: 'a' })).rejects.toMatchObject(fault);
  });
});
