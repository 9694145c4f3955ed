import { length, moved } from './parts.js';
import type { Told } from './told.js';

/** How the decision came, and that the period runs from then. */
function ranFrom(told: Told): string {
  const { first, say, day } = told;
  const delivered = first('DELIVERED');
  const runs = say(`fristen er ${length(told)} fra den dagen.`, `fristen er ${length(told)} frå den dagen.`);
  switch (delivered?.by) {
    case 'MAIL':
      return say(
        `Vi sendte brevet med vanlig post ${day(delivered.postedOn)} og regner med at du fikk det ${day(delivered.on)}; ${runs} Fikk du brevet senere, regner vi fra den dagen du fikk det. Si fra til oss.`,
        `Vi sende brevet med vanleg post ${day(delivered.postedOn)} og reknar med at du fekk det ${day(delivered.on)}; ${runs} Fekk du brevet seinare, reknar vi frå den dagen du fekk det. Sei frå til oss.`,
        [
          `Kommunen sendte brevet med vanlig post ${day(delivered.postedOn)} og regner med at mottakeren fikk det ${day(delivered.on)}; ${runs} Kom brevet fram senere, regnes fristen fra den dagen.`,
          `Kommunen sende brevet med vanleg post ${day(delivered.postedOn)} og reknar med at mottakaren fekk det ${day(delivered.on)}; ${runs} Kom brevet fram seinare, blir fristen rekna frå den dagen.`,
        ],
      );
    case 'DIGITAL':
      return say(
        `Avgjørelsen lå klar for deg, og du ble varslet, ${day(delivered.on)}; ${runs}`,
        `Avgjerda låg klar for deg, og du vart varsla, ${day(delivered.on)}; ${runs}`,
        [
          `Avgjørelsen lå klar, og mottakeren ble varslet, ${day(delivered.on)}; ${runs}`,
          `Avgjerda låg klar, og mottakaren vart varsla, ${day(delivered.on)}; ${runs}`,
        ],
      );
    case 'UNOPENED':
      return say(
        `Avgjørelsen lå klar for deg, og du ble varslet, ${day(delivered.on)}; ${runs} Åpnet du den senere, regner vi fra den dagen du åpnet den. Si fra til oss.`,
        `Avgjerda låg klar for deg, og du vart varsla, ${day(delivered.on)}; ${runs} Opna du henne seinare, reknar vi frå den dagen du opna henne. Sei frå til oss.`,
        [
          `Avgjørelsen lå klar, og mottakeren ble varslet, ${day(delivered.on)}; ${runs} Ble den åpnet senere, regnes fristen fra den dagen.`,
          `Avgjerda låg klar, og mottakaren vart varsla, ${day(delivered.on)}; ${runs} Vart ho opna seinare, blir fristen rekna frå den dagen.`,
        ],
      );
    case 'OPENED':
      return say(
        `Du åpnet avgjørelsen ${day(delivered.on)}, og ${runs}`,
        `Du opna avgjerda ${day(delivered.on)}, og ${runs}`,
        [
          `Mottakeren åpnet avgjørelsen ${day(delivered.on)}, og ${runs}`,
          `Mottakaren opna avgjerda ${day(delivered.on)}, og ${runs}`,
        ],
      );
    case 'PROVEN':
    case 'STATED':
    case undefined:
      return say(
        `Du fikk brevet ${day(delivered?.on)}, og ${runs}`,
        `Du fekk brevet ${day(delivered?.on)}, og ${runs}`,
        [
          `Mottakeren fikk brevet ${day(delivered?.on)}, og ${runs}`,
          `Mottakaren fekk brevet ${day(delivered?.on)}, og ${runs}`,
        ],
      );
  }
}

/** What gave more time than the rule itself. */
function prolonged({ last, say, day }: Told): readonly string[] {
  const [changed, told, extended] = [last('RULE_CHANGED'), last('TOLD'), last('EXTENDED')];
  return [
    changed === undefined
      ? ''
      : say(
          `Reglene ble endret ${day(changed.from)}, mens fristen løp, og den lengste fristen gjelder.`,
          `Reglane vart endra ${day(changed.from)}, medan fristen gjekk, og den lengste fristen gjeld.`,
        ),
    told === undefined
      ? ''
      : say(
          `I brevet sto det ${day(told.on)}, og den dagen gjelder.`,
          `I brevet stod det ${day(told.on)}, og den dagen gjeld.`,
        ),
    extended === undefined
      ? ''
      : say(
          `Vi forlenget fristen ${day(extended.on)}, til ${day(extended.to)}.`,
          `Vi forlengde fristen ${day(extended.on)}, til ${day(extended.to)}.`,
          [
            `Kommunen forlenget fristen ${day(extended.on)}, til ${day(extended.to)}.`,
            `Kommunen forlengde fristen ${day(extended.on)}, til ${day(extended.to)}.`,
          ],
        ),
  ];
}

const deadline = ['fristen', 'fristen'] as const;

export function complaint(told: Told): readonly string[] {
  const { due, say, day, first } = told;
  if (first('NOT_DELIVERED') !== undefined) {
    return [
      say(
        'Klagefristen løper ikke ennå, for vi kan ikke vise at du har fått avgjørelsen.',
        'Klagefristen går ikkje enno, for vi kan ikkje vise at du har fått avgjerda.',
        [
          'Klagefristen løper ikke ennå, for kommunen kan ikke vise at avgjørelsen har kommet fram.',
          'Klagefristen går ikkje enno, for kommunen kan ikkje vise at avgjerda har kome fram.',
        ],
      ),
    ];
  }
  if (due === undefined) return [standsStill(told)];
  return [
    say(
      `Du kan klage til og med ${day(due)}. Det er nok at klagen er sendt den dagen.`,
      `Du kan klage til og med ${day(due)}. Det er nok at klaga er send den dagen.`,
      [
        `Klagefristen er til og med ${day(due)}. Det er nok at klagen er sendt den dagen.`,
        `Klagefristen er til og med ${day(due)}. Det er nok at klaga er send den dagen.`,
      ],
    ),
    ranFrom(told),
    ...prolonged(told),
    moved(told, deadline),
  ];
}

const standsStill = ({ say }: Told) =>
  say(
    'Fristen står stille til du har fått begrunnelsen.',
    'Fristen står stille til du har fått grunngivinga.',
    [
      'Fristen står stille til klageren har fått begrunnelsen.',
      'Fristen står stille til klagaren har fått grunngivinga.',
    ],
  );

export function grounds(told: Told): readonly string[] {
  const { last, say, day, due } = told;
  const [asked, given] = [last('INTERRUPTED'), last('GROUNDS')];
  if (asked === undefined) return complaint(told);
  const begun = say(
    `Du ba om begrunnelse ${day(asked.on)}, før klagefristen gikk ut.`,
    `Du bad om grunngiving ${day(asked.on)}, før klagefristen gjekk ut.`,
    [
      `Klageren ba om begrunnelse ${day(asked.on)}, før klagefristen gikk ut.`,
      `Klagaren bad om grunngiving ${day(asked.on)}, før klagefristen gjekk ut.`,
    ],
  );
  if (due === undefined || given === undefined) return [begun, standsStill(told)];
  return [
    begun,
    say(
      `Du fikk den ${day(given.on)}. Derfor har du ${length(told)} på nytt fra den dagen, og kan klage til og med ${day(due)}.`,
      `Du fekk henne ${day(given.on)}. Derfor har du ${length(told)} på nytt frå den dagen, og kan klage til og med ${day(due)}.`,
      [
        `Begrunnelsen kom fram ${day(given.on)}. Derfor er det ${length(told)} på nytt fra den dagen, og klagefristen er til og med ${day(due)}.`,
        `Grunngivinga kom fram ${day(given.on)}. Derfor er det ${length(told)} på nytt frå den dagen, og klagefristen er til og med ${day(due)}.`,
      ],
    ),
    moved(told, deadline),
  ];
}

export function late(told: Told): readonly string[] {
  const { first, say, day, due } = told;
  const expired = first('EXPIRED');
  if (expired === undefined) return [];
  return [
    say(
      `Klagefristen gikk ut ${day(expired.on)}, og klagen din ble sendt ${day(expired.lodgedOn)}. Vi avviser den ikke av den grunn: Vi vurderer om du ikke kan lastes for at den kom sent, eller om det er særlige grunner til å behandle den.`,
      `Klagefristen gjekk ut ${day(expired.on)}, og klaga di vart send ${day(expired.lodgedOn)}. Vi avviser ho ikkje av den grunn: Vi vurderer om du ikkje kan lastast for at ho kom seint, eller om det er særlege grunnar til å behandle ho.`,
      [
        `Klagefristen gikk ut ${day(expired.on)}, og klagen ble sendt ${day(expired.lodgedOn)}. Den avvises ikke av den grunn: Kommunen vurderer om klageren ikke kan lastes for at den kom sent, eller om det er særlige grunner til å behandle den.`,
        `Klagefristen gjekk ut ${day(expired.on)}, og klaga vart send ${day(expired.lodgedOn)}. Ho blir ikkje avvist av den grunn: Kommunen vurderer om klagaren ikkje kan lastast for at ho kom seint, eller om det er særlege grunnar til å behandle ho.`,
      ],
    ),
    due === undefined
      ? ''
      : say(
          `Etter ${day(due)}, ett år etter at avgjørelsen ble tatt, kan en for sen klage til vanlig ikke behandles.`,
          `Etter ${day(due)}, eitt år etter at avgjerda vart teken, kan ei for sein klage til vanleg ikkje behandlast.`,
        ),
  ];
}
