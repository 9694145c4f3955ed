import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital } from '../../i18n/texts.js';
import { useHasRole, usePlace } from '../../shell/place.js';
import type { Choice } from '../../ui/choose-one.js';
import { textOf } from '../../ui/opened.js';
import { useUnits } from '../../ui/units.js';

export interface Circumstances {
  /** For which units whoever looks may report. */
  readonly units: readonly Choice[];
  /** Who may be named as coordinator; anybody who is found where undefined. */
  readonly staff: readonly Choice[] | undefined;
}

/** Of whoever leads some units, those and their staff; of whoever works for the coordinating unit, all. */
export function useCircumstances(): Circumstances {
  const { session } = usePlace();
  const all = useUnits();
  const label = useLabel();
  const leads = useHasRole('UNIT_LEADER') && session.units.length > 0;
  const [own] = session.units;
  const { data } = useRead(
    '/v1/staff',
    { params: { query: { ...(own !== undefined && { unit: own }), limit: 200 } } },
    { enabled: leads, every: 300_000 },
  );
  if (!leads) return { units: all, staff: undefined };
  const nameOf = (unit: string) =>
    all.find(({ value }) => value === unit)?.label ?? capital(label('unit', unit));
  return {
    units: session.units.map((value) => ({ value, label: nameOf(value) })),
    staff: (data?.staff ?? []).map(({ party }) => ({ value: party.partyId, label: textOf(party.name) })),
  };
}
