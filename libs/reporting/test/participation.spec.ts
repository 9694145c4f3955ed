import { writeFileSync } from 'node:fs';
import {
  type Edition,
  editionIn,
  figuresIn,
  fingerprinted,
  type Figures,
  type History,
  readHistory,
  toldEdition,
  toldFigures,
  type ToldTheme,
} from '#reporting';
import { folderOf, jsonOf, textOf } from './given.testing.js';

const year = { from: '2025-01-01', to: '2026-01-01' };
/** An invented municipality in which people met, wrote and promised. `GOLDEN=write` writes its figures and its edition anew. */
const key = '9103';

function held(name: string, json: unknown): void {
  const { text } = fingerprinted(json);
  const file = `${folderOf(key)}/expected/${name}.json`;
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, text);
  expect(JSON.parse(text)).toEqual(jsonOf(key, `${name}.json`));
  expect(text).toBe(textOf(key, `${name}.json`));
}

/** Counted from the lines by other means than the register. */
const byHand = {
  U3: {
    by: {
      HEARD: { TOOK_PART: 21, BY_GUARDIAN: 3, NOT: 10, HEARD: 5 },
      AGE_HEARD: {
        '0-11:TOOK_PART': 5,
        '0-11:BY_GUARDIAN': 1,
        '0-11:NOT': 2,
        '0-11:HEARD': 1,
        '12-17:NOT': 3,
        '12-17:TOOK_PART': 5,
        '12-17:HEARD': 1,
        '12-17:BY_GUARDIAN': 1,
        '18+:TOOK_PART': 11,
        '18+:HEARD': 3,
        '18+:NOT': 5,
        '18+:BY_GUARDIAN': 1,
      },
    },
  },
  U2: { by: { PREPARED: { YES: 26, NO: 7, DECLINED: 6 } } },
  U4: { by: { INVOLVEMENT: { PRESENT: 2, DECLINED: 2, INFORMED: 2 } } },
  U5: { by: { CONTENT: { BY_OTHER: 7, NOT_APPROVED: 4, NONE: 4, ON_PAPER: 1, BY_PERSON: 10 } } },
  U6: { by: { VOICE: { OWN: 9, TOLD: 9, NONE: 8 } } },
  U7: { by: { WITH_PERSON: { YES: 7, NO: 6 } } },
  V2: { by: { PROMISE: { KEPT_LATE: 5, OPEN: 5, NOT_KEPT: 5, KEPT: 5 } } },
  E1: { by: { ANSWER: { DECLINED: 3, WAITING: 2, GRANTED: 2 } } },
  U8: { value: 3 },
  U9: { value: 2 },
};

const tablesIn = (themes: readonly ToldTheme[]) => themes.flatMap(({ tables }) => tables);

describe('a municipality counted by rules that know how people take part', () => {
  let history: History;
  let figures: Figures;
  let edition: Edition;
  beforeAll(async () => {
    history = await readHistory(folderOf(key));
    ({ figures } = figuresIn(history, { period: year }));
    edition = editionIn(history, { period: year }, []);
  });

  it('has its figures and what is published of them, byte for byte (H11, U6, U21)', () => {
    held('year-2025.canonical', figures);
    held('year-2025.forum', edition);
  });

  it('has what was counted by hand of the same lines (U6, F9)', () => {
    expect(figures.figures).toMatchObject(byHand);
  });

  it('tells each figure in words, with what it counts and its source, in both languages (S4)', () => {
    const told = tablesIn(toldFigures(figures, [], (code) => [code, code]));
    expect(
      told
        .map(({ id }) => id)
        .filter((id) => id !== 'D4P')
        .toSorted(),
    ).toEqual(Object.keys(figures.figures).toSorted());
    for (const { id, name, counts, source, breakdowns } of told) {
      expect([id, ...name, ...counts, ...source]).not.toContain('');
      const labels = breakdowns.flatMap(({ name: of, lines }) => [
        of,
        ...(lines ?? []).map(({ label }) => label),
      ]);
      // What has no words of its own stands as its code.
      expect([id, ...labels.flat().filter((text) => /^[A-Z]{2,}(_[A-Z0-9]+)+$/.test(text))]).toEqual([id]);
    }
  });

  it('tells the forum of nobody by fewer than five, and of bodies that speak for users as they are (S4, U21)', () => {
    const told = tablesIn(toldEdition(edition, [], (code) => [code, code]));
    expect(told.map(({ id }) => id).toSorted()).toEqual(Object.keys(edition.tables).toSorted());
    const small = told
      .filter(({ id }) => !['M1', 'U8', 'U9'].includes(id))
      .flatMap(({ id, total, breakdowns }) =>
        [total, ...breakdowns.flatMap(({ lines }) => (lines ?? []).map(({ shown }) => shown))]
          .filter((shown) => shown && 'exact' in shown && shown.exact > 0 && shown.exact < 5)
          .map(() => id),
      );
    expect(small).toEqual([]);
    expect(told.find(({ id }) => id === 'U8')).toMatchObject({ total: { exact: 3 } });
    const ways = told.find(({ id }) => id === 'U3')?.breakdowns[0]?.lines ?? [];
    expect(ways.map(({ label: [nb], depth }) => `${depth} ${nb}`)).toContain('2 Var med selv');
  });
});
