import type { Read } from '../../api/read.js';
import type { Day } from '../../dates/dates.js';

/** What the municipality has set up. */
export interface SetUp {
  readonly cards: Read<'/v1/contact-cards'>['contactCards'];
  readonly services: Read<'/v1/services'>['services'];
  readonly units: Read<'/v1/units'>['units'];
  readonly staff: Read<'/v1/staff'>['staff'];
  readonly delegations: Read<'/v1/delegations'>['delegations'];
  /** In what nobody acts without a delegation, by the municipality's own choice. */
  readonly delegationNeededFor: readonly string[];
}

type Unit = SetUp['units'][number];

/** What is missing of it on a day, and nobody but an administrator or leader can put right. */
export function waitsForAdmin(setUp: SetUp, day: Day) {
  const { cards, services, units, staff, delegations, delegationNeededFor } = setUp;
  const holds = ({ validFrom, validUntil, revokedOn }: SetUp['delegations'][number]) =>
    validFrom <= day && day <= (validUntil ?? day) && (revokedOn === null || day < revokedOn);
  const byCode = new Map(units.map((unit) => [unit.unit, unit]));
  // An earlier log may hold two units under each other.
  const isLed = ({ unit, leader, parent }: Unit, below: readonly string[] = []): boolean => {
    const above = parent === null || below.includes(parent) ? undefined : byCode.get(parent);
    return leader !== null || (above !== undefined && isLed(above, [...below, unit]));
  };
  return {
    hasCard: cards.some(({ validFrom }) => validFrom <= day),
    hasServices: services.length > 0,
    unled: units.filter((unit) => unit.endedOn === null && !isLed(unit)),
    unreached: staff.filter(({ email }) => email === null),
    undelegated: delegationNeededFor.filter(
      (scope) => !delegations.some((one) => one.scope === scope && holds(one)),
    ),
  };
}
