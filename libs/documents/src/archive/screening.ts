import type { CodeIn } from '#event-sourcing/codes';
import type { documentRestrictions } from '../domain/codes.js';

type Restriction = CodeIn<typeof documentRestrictions>;
export interface Screening {
  /** The archive's code for who may see it. */
  readonly code: string;
  /** The provision, as it is cited from that day on. */
  readonly basis: string;
}

/** By what each is kept from others, by the day from which it is cited so: another law is another line. */
const cited: readonly (Screening & { readonly restriction: Restriction; readonly from: string })[] = [
  { restriction: 'OFFL_13', from: '2009-01-01', code: '13', basis: 'offl. § 13 jf. fvl. § 13' },
  { restriction: 'OFFL_14', from: '2009-01-01', code: '14', basis: 'offl. § 14' },
  { restriction: 'OFFL_15', from: '2009-01-01', code: '15', basis: 'offl. § 15' },
  { restriction: 'OFFL_23', from: '2009-01-01', code: '23', basis: 'offl. § 23' },
];

/** By what a document is screened that was filed on this day; undefined where it is not. */
export const screeningOf = (restriction: Restriction, filedOn: string): Screening | undefined => {
  const ofIt = cited.filter((one) => one.restriction === restriction);
  return ofIt.findLast(({ from }) => from <= filedOn) ?? ofIt[0];
};
