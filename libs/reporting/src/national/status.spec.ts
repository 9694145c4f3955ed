import { given, folderOf } from '../../test/given.testing.js';
import { figuresIn } from '../history/ask.js';
import { type History, readHistory, registerOf } from '../history/read.js';
import { askedNationally, readCodeTable } from './code-table.js';
import { codedStatus, completenessOf } from './status.js';

const head = 'register;asked;value;code;validFrom;source;confirmedBy';
const line = (asked: string, value: string, code: string, validFrom = '2020-01-01') =>
  `KPR;${asked};${value};${code};${validFrom};Veileder 2025;Testa Leder`;
const whole = Object.entries(askedNationally).flatMap(([asked, values]) =>
  values.map((value, at) => line(asked, value, `${asked[0]}${at}`)),
);
const table = (...lines: readonly string[]) => readCodeTable([head, ...lines].join('\n'));

describe('the code table of a municipality', () => {
  it('is taken as it is filled in, also with a mark of its encoding and other ends of lines', () => {
    const { entries, faults } = readCodeTable(`\uFEFF${[head, ...whole].join('\r\n')}\r\n`);
    expect(faults).toEqual([]);
    expect(entries).toHaveLength(whole.length);
  });

  it('names each line that cannot be taken: unknown values are never guessed', () => {
    const { entries, faults } = table(
      line('STATUS', 'SLEEPING', '7'),
      line('PLAN', 'ACTIVE', '1'),
      line('STATUS', 'ACTIVE', ''),
      line('STATUS', 'ACTIVE', '1', '2025-02-30'),
      line('STATUS', 'PAUSED', '2'),
      line('STATUS', 'PAUSED', '3'),
      'KPR;STATUS;NONE;5',
    );
    expect(entries.map(({ value }) => value)).toEqual(['PAUSED']);
    expect(faults.map(([en]) => en.slice(0, 7))).toEqual([
      'Line 2:',
      'Line 3:',
      'Line 4:',
      'Line 5:',
      'Line 7:',
      'Line 8:',
    ]);
    expect(readCodeTable('status;code\n').faults).toHaveLength(1);
  });
});

describe.each(given)('the status per 31 December of municipality %s', (key) => {
  let history: History;
  beforeAll(async () => {
    history = await readHistory(folderOf(key));
  });
  const counted = () => figuresIn(history, { period: { from: '2025-01-01', to: '2026-01-01' } });

  it('is each person of the population once, in the codes that hold on the day', () => {
    const later = table(...whole, line('STATUS', 'ACTIVE', 'NEW', '2026-01-01'));
    const coded = codedStatus(counted(), later, 'KPR');
    if ('missing' in coded) throw new Error('Every value has a code');
    const { N1 } = counted().figures.figures as Record<
      string,
      { value: number; by: Record<string, Record<string, number>> }
    >;
    expect(coded.lines).toHaveLength(N1!.value);
    expect(coded.lines.filter(({ STATUS }) => STATUS === 'S0')).toHaveLength(N1!.by['STATUS']!['ACTIVE']!);
    expect(new Set(coded.lines.map(({ person }) => person)).size).toBe(N1!.value);
    for (const { AGE3, COORDINATOR } of coded.lines) expect(AGE3 + COORDINATOR).toMatch(/^A\dC\d$/);
  });

  it('is not told at all while a value that somebody has lacks its code, or for another register', () => {
    const without = table(...whole.filter((one) => !one.includes(';STATUS;ACTIVE;')));
    expect(codedStatus(counted(), without, 'KPR')).toEqual({
      missing: [{ asked: 'STATUS', value: 'ACTIVE' }],
    });
    expect(codedStatus(counted(), table(...whole), 'IPLOS')).toHaveProperty('missing');
  });

  it('comes with what is to be looked into first', () => {
    const found = completenessOf(counted(), registerOf(history.lines));
    const { figures } = counted().figures;
    const value = (id: string) => (figures[id] as unknown as { value: number }).value;
    expect(found.BIRTH_YEAR_UNKNOWN).toHaveLength(value('Q1'));
    expect(found.TWO_ACTIVE_PLANS).toHaveLength(value('Q2'));
    expect(found.GONE_WITH_OPEN).toHaveLength(value('Q3'));
    expect(Object.keys(found)).toContain('GRANTED_WITHOUT_PLAN');
  });
});
