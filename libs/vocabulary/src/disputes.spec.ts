import { standOn } from './disputes.js';

const settled = (raisedOn: string, settledOn: string, binds?: string) => ({ raisedOn, settledOn, binds });

describe('What binds of disagreements on a day (U20)', () => {
  it.each([
    ['nothing, where there are none', [], undefined],
    ['what was decided by then', [settled('02-01', '02-10', 'SCHOOL')], 'SCHOOL'],
    ['nothing that was decided later', [settled('02-01', '02-21', 'SCHOOL')], undefined],
    ['nothing that was agreed on', [settled('02-01', '02-10')], undefined],
    [
      'what was decided last, also where that was raised first',
      [settled('02-01', '02-18', 'SCHOOL'), settled('02-03', '02-10', 'HOME_CARE')],
      'SCHOOL',
    ],
    [
      'of one day what was raised last',
      [settled('02-01', '02-10', 'SCHOOL'), settled('02-03', '02-10', 'HOME_CARE')],
      'HOME_CARE',
    ],
    [
      'what was decided before an agreement',
      [settled('02-01', '02-10', 'SCHOOL'), settled('02-11', '02-12')],
      'SCHOOL',
    ],
  ])('is %s', (_, disputes, binds) => expect(standOn(disputes, '02-20').binds).toBe(binds));

  it('is still disputed until it is settled, from the day on which it was raised', () => {
    const open = [{ raisedOn: '02-10' }, settled('02-01', '02-09', 'SCHOOL')];
    expect(standOn(open, '02-09').isOpen).toBe(false);
    expect(standOn(open, '02-10').isOpen).toBe(true);
  });
});
