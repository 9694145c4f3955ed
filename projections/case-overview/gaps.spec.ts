import { readFileSync } from 'node:fs';
import { caseEvents, fileIn, gapsOf } from '#casework';
import { effective } from '#event-sourcing/effective';
import { recorded, type ToldFact } from '#event-sourcing/testing/spec-of';
import { refold } from '#projecting';
import { caseOverview, type CaseRow } from './projection.js';

const told = JSON.parse(readFileSync(new URL('../histories.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly category: string; readonly facts: readonly ToldFact<typeof caseEvents>[] }>
>;
const ofCases = Object.entries(told).filter(([, { category }]) => category === 'case');

describe('what the overview keeps of what a case lacks', () => {
  it.each(ofCases)('is what the log says: %s', (_, { facts }) => {
    const history = recorded(caseEvents, facts);
    const [found] = [...refold(caseOverview, history).values()];
    const ofLog = gapsOf(fileIn(effective(history) as unknown as Parameters<typeof fileIn>[0]));
    const plain = ofLog.map(({ code, from = null, where = null, about = [], mend }) => ({
      code,
      from,
      where,
      about,
      ...mend,
    }));
    expect(found?.row?.gaps ?? []).toEqual(plain);
  });

  it('has the first day of what is surely missed, and of what may be', () => {
    const days = ofCases.flatMap(([, { facts }]) =>
      [...refold(caseOverview, recorded(caseEvents, facts)).values()].map(
        ({ row }) => row as CaseRow | undefined,
      ),
    );
    expect(days.some((row) => row?.lacks_from !== null && row?.may_lack_from !== null)).toBe(true);
    for (const row of days) {
      const from = (isSure: boolean) =>
        (row?.gaps ?? [])
          .filter(({ where, from: on }) => (where === null) === isSure && on !== null)
          .map(({ from: on }) => on ?? '');
      for (const [first, all] of [
        [row?.lacks_from, from(true)],
        [row?.may_lack_from, from(false)],
      ] as const) {
        expect(first ?? undefined).toBe(all.toSorted()[0]);
      }
    }
  });
});
