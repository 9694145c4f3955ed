import { describe, expect, it } from '@jest/globals';
import { AnswerTimes } from './answer-times.js';

const figures = (times: readonly number[]): Record<string, number> => {
  const measured = new AnswerTimes();
  for (const time of times) measured.add(time);
  return Object.fromEntries(measured.measurements());
};

describe('the times of answers', () => {
  it('are none before the first one', () => {
    expect(figures([])).toEqual({});
  });

  it('are told in whole milliseconds, by what share of the answers took less', () => {
    expect(figures(Array.from({ length: 10 }, (_, n) => 9.5 - n))).toEqual({
      Mean: 4,
      Median: 5,
      Fastest: 0,
      'Quintile 1': 0,
      'Quintile 2': 2,
      'Quintile 3': 4,
      'Quintile 4': 6,
      'Quintile 5': 8,
      '90%': 9,
      '95%': 9,
      '99%': 9,
      '99.5%': 9,
      '99.9%': 9,
      Highest: 9,
    });
  });

  it('are those of the last thousand', () => {
    expect(
      figures([...Array.from({ length: 10 }, () => 5), ...Array.from({ length: 1000 }, () => 1)]),
    ).toMatchObject({
      Mean: 1,
      Highest: 1,
    });
  });
});
