import { draftPlaceOf } from './draft-place.js';

describe('a draft', () => {
  const hide = ['opening', 'subjectId'];
  const opening = { opening: 'NEED', channel: 'PHONE' };

  test('of one enquiry is not that of another, nor one of a person that of another', () => {
    const of = (enquiryId: string, subjectId: string) =>
      draftPlaceOf('/v1/cases', { params: { enquiryId }, preset: { ...opening, subjectId }, hide });
    const all = [of('e1', 's1'), of('e2', 's1'), of('e1', 's2')];
    expect([new Set(all).size, of('e1', 's1')]).toEqual([3, all[0]]);
  });

  test('of who takes over is not that of one more', () => {
    const of = (preset: object) =>
      draftPlaceOf('/v1/coordination', { preset: { ...preset }, hide: ['succeeds'] });
    expect(of({ succeeds: 'a1' })).not.toBe(of({}));
  });

  test('stays when what can be typed over begins otherwise', () => {
    const of = (channel: string) => draftPlaceOf('/v1/cases', { preset: { ...opening, channel }, hide });
    expect(of('PHONE')).toBe(of('LETTER'));
  });
});
