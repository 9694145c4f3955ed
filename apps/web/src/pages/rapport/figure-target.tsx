import { texts } from '../../i18n/texts.js';
import type { Table } from './told.js';

const useText = texts('figure-target', {
  nb: {
    target: 'Kommunens mål: {{days}} dager.',
    met: 'Nådd: ni av ti var innenfor.',
    missed: 'Ikke nådd: færre enn ni av ti var innenfor.',
    unknown: 'Om det er nådd, kan ikke sies av tallene som vises.',
  },
  nn: {
    target: 'Målet til kommunen: {{days}} dagar.',
    met: 'Nådd: ni av ti var innanfor.',
    missed: 'Ikkje nådd: færre enn ni av ti var innanfor.',
    unknown: 'Om det er nådd, kan ein ikkje seie av tala som er viste.',
  },
});

/** The municipality's own target for a number of days, and whether it was met. */
export function FigureTarget({ target }: Pick<Table, 'target'>) {
  const say = useText();
  if (target === null) return null;
  const { days, isMet } = target;
  return (
    <p className="small">
      {say('target', { days: String(days) })} {say(isMet === null ? 'unknown' : isMet ? 'met' : 'missed')}
    </p>
  );
}
