import { goesWith } from './package-documents.js';

describe('the documents of a package', () => {
  const ofCase = { kind: 'LETTER', recordKind: 'CASE', recordId: 'case-1' } as const;
  const ofComplaint = { kind: 'COMPLAINT', recordKind: 'COMPLAINT', recordId: 'complaint-1' } as const;

  it('are those of the case and of this complaint, of no other complaint, and no package', () => {
    const goes = goesWith('complaint-1');
    expect(goes(ofCase)).toBe(true);
    expect(goes(ofComplaint)).toBe(true);
    expect(goes({ ...ofComplaint, recordId: 'complaint-2' })).toBe(false);
    expect(goes({ ...ofComplaint, kind: 'CASE_PACKAGE' })).toBe(false);
  });

  it('are of no complaint where nobody has complained', () => {
    expect([ofCase, ofComplaint].filter(goesWith(undefined))).toEqual([ofCase]);
  });
});
