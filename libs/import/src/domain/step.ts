import { id, idOf } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { Import } from './import.js';

export const importRefusals = refusals('import', {
  'no-such-import': [
    'There is no such import here.',
    'Importen finnes ikke her.',
    'Importen finst ikkje her.',
  ],
  'taken-back': [
    'The import is taken back, or being taken back. Try the file anew: it becomes another import.',
    'Importen er tatt tilbake, eller er i ferd med å bli det. Prøv fila på nytt, så blir det en ny import.',
    'Importen er teken tilbake, eller er i ferd med å bli det. Prøv fila på nytt, så blir det ein ny import.',
  ],
  'not-correctable.import': [
    'What an import counts is not corrected. Correct what it recorded, or take it back as a whole.',
    'Det en import teller opp, rettes ikke. Rett det den førte inn, eller ta hele importen tilbake.',
    'Det ein import tel opp, blir ikkje retta. Rett det han førte inn, eller ta heile importen tilbake.',
  ],
});

/** In every event: whose import it is. */
export const about = { municipality: id(), importId: idOf('import') };

export type Step = AnyStep<Import, undefined, undefined, typeof about>;
export const step = stepsOf<Import, undefined, undefined, typeof about>();
