import { labelsIn } from './labels-in.js';

describe('what codes are called', () => {
  it('is what the municipality calls its own units and parts, beside the usual ones', () => {
    const labels = { unit: { SCHOOL: { nb: 'skolen', nn: 'skulen' } }, memberRole: {}, item: {} };
    const units = [{ code: 'BOARD_OFFICE', nb: 'nemndkontoret', nn: 'nemndkontoret' }];
    const roles = [{ code: 'PLAN_OWNER', nb: 'planeier', nn: 'planeigar' }];
    const { unit, memberRole, item } = labelsIn({ labels } as never, { units, roles });
    expect(unit).toEqual({
      SCHOOL: labels.unit.SCHOOL,
      BOARD_OFFICE: { nb: 'nemndkontoret', nn: 'nemndkontoret' },
    });
    expect(memberRole).toEqual({ PLAN_OWNER: { nb: 'planeier', nn: 'planeigar' } });
    expect(item).toEqual({});
  });
});
