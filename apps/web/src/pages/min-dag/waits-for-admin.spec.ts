import { type SetUp, waitsForAdmin } from './waits-for-admin.js';

const day = '2026-11-30';
const nothing: SetUp = {
  cards: [],
  services: [],
  units: [],
  staff: [],
  delegations: [],
  delegationNeededFor: [],
};
const unit = (code: string, of: Partial<SetUp['units'][number]> = {}) =>
  ({ unit: code, leader: null, parent: null, endedOn: null, ...of }) as SetUp['units'][number];
const delegation = (of: Partial<SetUp['delegations'][number]>) =>
  ({
    scope: 'DECIDE',
    validFrom: '2026-01-01',
    validUntil: null,
    revokedOn: null,
    ...of,
  }) as SetUp['delegations'][number];
const waits = (of: Partial<SetUp>) => waitsForAdmin({ ...nothing, ...of }, day);

describe('what waits for an administrator', () => {
  it('is the contact card until one holds, and the services until there is one', () => {
    const card = (validFrom: string) => ({ validFrom }) as SetUp['cards'][number];
    expect(waits({ cards: [card('2026-12-01')] })).toMatchObject({ hasCard: false, hasServices: false });
    expect(waits({ cards: [card(day)], services: [{} as SetUp['services'][number]] })).toMatchObject({
      hasCard: true,
      hasServices: true,
    });
  });

  it('is a unit that neither has a leader nor stands under one that has', () => {
    const leader = { partyId: 'p', name: 'Testulf' };
    const units = [
      unit('HEALTH', { leader }),
      unit('HOME_CARE', { parent: 'HEALTH' }),
      unit('SCHOOLS'),
      unit('SCHOOL', { parent: 'SCHOOLS' }),
      unit('OLD', { endedOn: '2026-01-01' }),
    ];
    expect(waits({ units }).unled.map((one) => one.unit)).toEqual(['SCHOOLS', 'SCHOOL']);
  });

  it('is each of two units that stand under each other without a leader', () => {
    const units = [unit('ONE', { parent: 'OTHER' }), unit('OTHER', { parent: 'ONE' })];
    expect(waits({ units }).unled).toEqual(units);
  });

  it('is who of the staff has no e-mail', () => {
    const staff = [{ email: null }, { email: 'testine@example.org' }] as SetUp['staff'];
    expect(waits({ staff }).unreached).toEqual([{ email: null }]);
  });

  it.each<[string, Partial<SetUp['delegations'][number]>, readonly string[]]>([
    ['none where one holds', {}, []],
    ['one that has not begun', { validFrom: '2026-12-01' }, ['DECIDE']],
    ['one on its last day', { validUntil: day }, []],
    ['one that is over', { validUntil: '2026-11-29' }, ['DECIDE']],
    ['one that is revoked from today', { revokedOn: day }, ['DECIDE']],
    ['one for something else', { scope: 'APPROVE_APPLICATION' }, ['DECIDE']],
  ])('is a delegation that is needed: %s', (_, of, undelegated) => {
    const said = { delegationNeededFor: ['DECIDE'], delegations: [delegation(of)] };
    expect(waits(said).undelegated).toEqual(undelegated);
  });
});
