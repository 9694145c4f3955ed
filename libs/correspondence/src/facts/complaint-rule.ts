export type ComplaintRule = 'COMPLAINT_PBRL' | 'COMPLAINT_FVL';

/** By which rule an item's answer may be complained about: a group is no statutory right and has none (U1). */
export function complaintRuleFor(item: string, legalBasis: string | undefined): ComplaintRule | undefined {
  if (item === 'GROUP') return undefined;
  return legalBasis === 'SOTJL_28' ? 'COMPLAINT_FVL' : 'COMPLAINT_PBRL';
}
