import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  appointed,
  closed,
  consent,
  intent,
  joined,
  left,
  released,
  reviewed,
  started,
} from '../facts.testing.js';

const { rows } = specOf(coordinationDecider);
const there = [consent(), appointed(), started(), joined()];
const all = { parts: ['PLAN', 'COORDINATOR', 'GROUP'] } as const;
const day = { reviewedOn: '2026-02-26' };

describe('A question whether it is still right', () => {
  rows(intent.review, [
    ['is answered of the coordinator', there, {}, [reviewed()]],
    ['is answered of all that runs', there, all, [reviewed(all)]],
    [
      'may come to an end, and ends nothing by itself',
      there,
      { ...all, outcome: 'TO_END', remark: 'Trenger ikke møter.', withSubject: false },
      [reviewed({ ...all, outcome: 'TO_END', remark: 'Trenger ikke møter.', withSubject: false })],
    ],
    ['is answered of who coordinates when the plan has ended', [...there, closed()], day, [reviewed(day)]],
    [
      'is answered of no plan that has ended',
      [...there, closed()],
      { ...day, parts: ['PLAN'] },
      'nothing-to-review',
    ],
    ['is answered of no coordinator who has left', [...there, released()], day, 'nothing-to-review'],
    [
      'is answered of no group that everybody has left',
      [...there, left()],
      { ...day, parts: ['GROUP'] },
      'nothing-to-review',
    ],
    ['is about something', there, { parts: [] }, 'review-parts'],
    ['is about each once', there, { parts: ['PLAN', 'PLAN'] }, 'review-parts'],
    ['is not answered ahead', there, { reviewedOn: '2026-03-03' }, 'date-ahead'],
  ]);
});
