import type { ItemCode } from '#vocabulary';

/** That the law gives a right to an item, in a section that has been in force since a day, and until one where it is so no more. */
interface Right {
  readonly basis: string;
  readonly item: ItemCode;
  readonly from: string;
  readonly to?: string;
}

/** A child coordinator is a right of its own since this day (hol § 7-2 a, pbrl § 2-5 c); before it, one was as any coordinator. */
export const ofItsOwn = { from: '2022-08-01', before: '2022-07-31' };

/** What decisions rest on. A group is no statutory right and is not among them (U1). */
export const rights: readonly Right[] = [
  { basis: 'KHL_6_2A', item: 'INDIVIDUAL_PLAN', from: '2001-01-01', to: '2011-12-31' },
  { basis: 'PASRL_2_5', item: 'INDIVIDUAL_PLAN', from: '2001-01-01', to: '2011-12-31' },
  { basis: 'HOL_7_1', item: 'INDIVIDUAL_PLAN', from: '2012-01-01' },
  { basis: 'HOL_7_2', item: 'COORDINATOR', from: '2012-01-01' },
  { basis: 'HOL_7_2', item: 'CHILD_COORDINATOR', from: '2012-01-01', to: ofItsOwn.before },
  { basis: 'HOL_7_1_7_2', item: 'INDIVIDUAL_PLAN', from: '2012-01-01' },
  { basis: 'HOL_7_1_7_2', item: 'COORDINATOR', from: '2012-01-01' },
  { basis: 'HOL_7_2A', item: 'CHILD_COORDINATOR', from: ofItsOwn.from },
  { basis: 'PBRL_2_5', item: 'INDIVIDUAL_PLAN', from: '2001-01-01' },
  { basis: 'PBRL_2_5B', item: 'COORDINATOR', from: ofItsOwn.from },
  { basis: 'PBRL_2_5C', item: 'CHILD_COORDINATOR', from: ofItsOwn.from },
  { basis: 'SOTJL_28', item: 'INDIVIDUAL_PLAN', from: '2010-01-01' },
];

/** The sections that give a right to one of these items on that day. */
export const basesFor = (items: readonly ItemCode[], day: string): string[] => [
  ...new Set(
    rights
      .filter(({ item, from, to = '9999' }) => items.includes(item) && from <= day && day <= to)
      .map(({ basis }) => basis),
  ),
];
