import { placeOfEntry } from './entry-place.js';

describe('where what was just recorded is put right', () => {
  test.each([
    ['/v1/cases/{caseId}/decision', { caseId: 'c1', subjectId: 's1' }, 'sak', 'c1'],
    ['/v1/cases', { caseId: 'c1' }, 'sak', 'c1'],
    ['/v1/complaints/{complaintId}/outcome', { complaintId: 'k1', subjectId: 's1' }, 'klage', 'k1'],
    ['/v1/subjects/{subjectId}/follow-up/promises', { subjectId: 's1' }, 'oppfolging', 's1'],
    ['/v1/complaints', { complaintId: 'k1' }, 'klage', 'k1'],
    ['/v1/subjects/{subjectId}/coordinators', { subjectId: 's1' }, 'person', 's1'],
    ['/v1/plans/{planId}/closure', { planId: 'p1', subjectId: 's1' }, 'person', 's1'],
    ['/v1/units/{unit}/names', { unit: 'SCHOOL' }, 'enhet', 'SCHOOL'],
    ['/v1/services', { serviceId: 'x1' }, 'organisasjon', 'services'],
    ['/v1/board/members', {}, 'nemnd', 'board'],
  ])('of %s is its entry in the history', (address, ids, what, id) => {
    expect(placeOfEntry(address, ids)).toMatchObject({ what, id });
  });

  test('is in none where there are several', () => {
    expect(placeOfEntry('/v1/child-coordinators', { subjectId: 's1' })).toBeUndefined();
    expect(placeOfEntry('/v1/cases/{caseId}/decision', {})).toBeUndefined();
  });
});
