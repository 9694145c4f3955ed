import { plusDays } from '../days.js';
import { beginning, length } from './parts.js';
import type { Told } from './told.js';
import { periodIn } from './words.js';

export const sixteenthBirthday = (told: Told): readonly string[] => [
  isLeapless(told)
    ? told.say(
        `${leapless(told)} Vi regner deg som 16 år fra ${told.day(told.due)}.`,
        `${leapless(told)} Vi reknar deg som 16 år frå ${told.day(told.due)}.`,
        [
          `${leapless(told)} Kommunen regner personen som 16 år fra ${told.day(told.due)}.`,
          `${leapless(told)} Kommunen reknar personen som 16 år frå ${told.day(told.due)}.`,
        ],
      )
    : turns(told, 16),
  told.say(
    'Fra den dagen er det som hovedregel du selv som samtykker, så vi spør deg på nytt.',
    'Frå den dagen er det som hovudregel du sjølv som samtykkjer, så vi spør deg på nytt.',
    [
      'Fra den dagen er det som hovedregel personen selv som samtykker, så samtykke innhentes på nytt.',
      'Frå den dagen er det som hovudregel personen sjølv som samtykkjer, så samtykke blir henta inn på nytt.',
    ],
  ),
];

export const eighteenthBirthday = (told: Told): readonly string[] => {
  const until = told.day(told.due === undefined ? undefined : plusDays(told.due, -1));
  return [
    isLeapless(told) ? leapless(told) : turns(told, 18),
    told.say(
      `Ordningen med barnekoordinator gjelder til og med ${until}. Vi spør deg i god tid om du vil ha koordinator videre.`,
      `Ordninga med barnekoordinator gjeld til og med ${until}. Vi spør deg i god tid om du vil ha koordinator vidare.`,
      [
        `Ordningen med barnekoordinator gjelder til og med ${until}. Personen spørres i god tid om ønsket om koordinator videre.`,
        `Ordninga med barnekoordinator gjeld til og med ${until}. Personen blir spurd i god tid om ønsket om koordinator vidare.`,
      ],
    ),
  ];
};

function turns({ say, day, due }: Told, age: number): string {
  const [to, of] = [`Du fyller ${age} år ${day(due)}.`, `Personen fyller ${age} år ${day(due)}.`];
  return say(to, to, [of, of]);
}

/** Born on a 29 February that the year does not have. */
const isLeapless = ({ first }: Told): boolean => {
  const period = first('PERIOD');
  return period?.from.slice(5) === '02-29' && period.to.slice(5) !== '02-29';
};
const leapless = ({ due = '', say }: Told) =>
  say(
    `Du er født 29. februar, og ${due.slice(0, 4)} har ingen slik dag.`,
    `Du er fødd 29. februar, og ${due.slice(0, 4)} har ingen slik dag.`,
    [
      `Personen er født 29. februar, og ${due.slice(0, 4)} har ingen slik dag.`,
      `Personen er fødd 29. februar, og ${due.slice(0, 4)} har ingen slik dag.`,
    ],
  );

export function consent(told: Told): readonly string[] {
  const { language, first, say, day, due } = told;
  if (due === undefined) return [];
  const [named, limited] = [first('NAMED'), first('LIMITED')];
  const until = say(`gjelder til og med ${day(due)}`, `gjeld til og med ${day(due)}`);
  const limit = limited && periodIn(language, limited.period);
  const how = limited
    ? say(
        `Samtykket ditt ${until}, fordi kommunen ikke lar et samtykke gjelde i mer enn ${limit ?? ''} fra ${day(limited.from)}.`,
        `Samtykket ditt ${until}, fordi kommunen ikkje lèt eit samtykke gjelde i meir enn ${limit ?? ''} frå ${day(limited.from)}.`,
        [
          `Samtykket ${until}, fordi kommunen ikke lar et samtykke gjelde i mer enn ${limit ?? ''} fra ${day(limited.from)}.`,
          `Samtykket ${until}, fordi kommunen ikkje lèt eit samtykke gjelde i meir enn ${limit ?? ''} frå ${day(limited.from)}.`,
        ],
      )
    : named
      ? say(`Samtykket ditt ${until}, slik du skrev.`, `Samtykket ditt ${until}, slik du skreiv.`, [
          `Samtykket ${until}, slik det er skrevet.`,
          `Samtykket ${until}, slik det er skrive.`,
        ])
      : say(
          `Du ga samtykke ${beginning(told)} for ${length(told)}, og det ${until}.`,
          `Du gav samtykke ${beginning(told)} for ${length(told)}, og det ${until}.`,
          [
            `Samtykket ble gitt ${beginning(told)} for ${length(told)}, og det ${until}.`,
            `Samtykket vart gitt ${beginning(told)} for ${length(told)}, og det ${until}.`,
          ],
        );
  return [
    how,
    say(
      'Etter den dagen bruker og deler vi ikke opplysningene på grunnlag av samtykket, hvis du ikke gir det på nytt.',
      'Etter den dagen bruker og deler vi ikkje opplysningane på grunnlag av samtykket, om du ikkje gir det på nytt.',
      [
        'Etter den dagen bruker og deler kommunen ikke opplysningene på grunnlag av samtykket, hvis det ikke gis på nytt.',
        'Etter den dagen bruker og deler kommunen ikkje opplysningane på grunnlag av samtykket, om det ikkje blir gitt på nytt.',
      ],
    ),
  ];
}
