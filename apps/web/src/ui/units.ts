import { useRead } from '../api/read.js';
import { useLabel } from '../i18n/labels.js';
import { language } from '../i18n/language.js';
import { capital } from '../i18n/texts.js';
import { textOf } from './opened.js';

/** The municipality's units that work today, to choose one of, by name. */
export function useUnits(): readonly { readonly value: string; readonly label: string }[] {
  const label = useLabel();
  const { data } = useRead('/v1/units', {}, { every: 300_000 });
  const spoken = language();
  return (data?.units ?? [])
    .filter(({ endedOn }) => endedOn === null)
    .map((unit) => ({
      value: unit.unit,
      label: capital(textOf(unit[spoken]) || label('unit', unit.unit) || unit.unit),
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'nb'));
}
