import type { ColumnType } from '#event-sourcing/projection';
import { orders } from './engine.testing.js';
import { misfit } from './fitting.js';

const row = (type: ColumnType, value: unknown) =>
  misfit({ ...orders, keyColumn: 'id', columns: { id: 'text', of: type } as never }, { id: 'a', of: value });

describe('what a column can hold', () => {
  it.each<[ColumnType, readonly unknown[], readonly unknown[]]>([
    ['text', ['', 'Ŋuoŋas', null, undefined], ['a\0', '\ud800', 1]],
    ['uuid', ['01920000-0000-7000-8000-000000000001'], ['', 'a']],
    ['date', ['2026-02-28', '0099-01-01'], ['2026-02-30', '2026-2-1', 'infinity', 20260101]],
    ['timestamptz', ['2026-02-28T10:00:00.000Z'], ['soon', 1]],
    ['bigint', ['0', '-9223372036854775808', '9223372036854775807'], ['9223372036854775808', '1.5', '', NaN]],
    ['integer', [0, -2147483648, 2147483647], [2147483648, 1.5, Infinity]],
    ['boolean', [true, false], ['true', 0]],
    ['jsonb', [{ a: [1, 'b', null] }, 'text', 1], [{ a: ['b\0'] }, { 'a\0': 1 }, '\udfff']],
    ['text[]', [[], ['a']], [['a\0'], [null], 'a']],
  ])('B1 is known of %s beforehand', (type, fitting, unfit) => {
    for (const value of fitting) expect(row(type, value)).toBeUndefined();
    for (const value of unfit) expect(row(type, value)).toBe(`what it makes of of is no ${type}`);
  });

  it('B1 is no key where there is none', () => {
    const { columns, keyColumn, ...rest } = orders;
    expect(misfit({ ...rest, columns, keyColumn }, { status: 'OPEN' })).toContain('order_id');
  });
});
