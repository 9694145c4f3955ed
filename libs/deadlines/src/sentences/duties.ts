import { before, beginning, cutShort, length, moved } from './parts.js';
import type { Told } from './told.js';

export const preliminaryReply = (told: Told): readonly string[] => [
  told.say(
    `Vi fikk henvendelsen din ${beginning(told)}. Senest ${told.day(told.due)}, ${length(told)} etter, skal du ha fått enten svar eller et foreløpig svar som forklarer hvorfor det tar tid, og når svaret kommer.`,
    `Vi fekk førespurnaden din ${beginning(told)}. Seinast ${told.day(told.due)}, ${length(told)} etter, skal du ha fått anten svar eller eit førebels svar som forklarer kvifor det tek tid, og når svaret kjem.`,
    [
      `Kommunen fikk henvendelsen ${beginning(told)}. Senest ${told.day(told.due)}, ${length(told)} etter, skal personen ha fått enten svar eller et foreløpig svar som forklarer hvorfor det tar tid, og når svaret kommer.`,
      `Kommunen fekk førespurnaden ${beginning(told)}. Seinast ${told.day(told.due)}, ${length(told)} etter, skal personen ha fått anten svar eller eit førebels svar som forklarer kvifor det tek tid, og når svaret kjem.`,
    ],
  ),
  cutShort(told, 'MONTH'),
  before(
    told,
    ['så vi svarer senest', 'så vi svarer seinast'],
    ['så svaret må gis senest', 'så svaret må givast seinast'],
  ),
];

export const complaintHandling = (told: Told): readonly string[] => [
  told.say(
    `Vi fikk klagen din ${beginning(told)}. Målet til kommunen er at vi senest ${told.day(told.due)}, ${length(told)} etter, enten har endret avgjørelsen eller sendt saken til Statsforvalteren.`,
    `Vi fekk klaga di ${beginning(told)}. Målet til kommunen er at vi seinast ${told.day(told.due)}, ${length(told)} etter, anten har endra avgjerda eller sendt saka til Statsforvaltaren.`,
    [
      `Kommunen fikk klagen ${beginning(told)}. Målet er at kommunen senest ${told.day(told.due)}, ${length(told)} etter, enten har endret avgjørelsen eller sendt saken til Statsforvalteren.`,
      `Kommunen fekk klaga ${beginning(told)}. Målet er at kommunen seinast ${told.day(told.due)}, ${length(told)} etter, anten har endra avgjerda eller sendt saka til Statsforvaltaren.`,
    ],
  ),
  moved(told, ['målet', 'målet']),
  before(
    told,
    ['så vi gjør det senest', 'så vi gjer det seinast'],
    ['så det må gjøres senest', 'så det må gjerast seinast'],
  ),
];

export const planReview = (told: Told): readonly string[] => [
  told.first('NAMED') === undefined
    ? told.say(
        `Planen din ble godkjent ${beginning(told)}. Den skal gjennomgås innen ${length(told)}, det vil si senest ${told.day(told.due)}.`,
        `Planen din vart godkjend ${beginning(told)}. Han skal gåast gjennom innan ${length(told)}, det vil seie seinast ${told.day(told.due)}.`,
        [
          `Planen ble godkjent ${beginning(told)}. Den skal gjennomgås innen ${length(told)}, det vil si senest ${told.day(told.due)}.`,
          `Planen vart godkjend ${beginning(told)}. Han skal gåast gjennom innan ${length(told)}, det vil seie seinast ${told.day(told.due)}.`,
        ],
      )
    : told.say(
        `I planen din står det at den skal gjennomgås senest ${told.day(told.due)}.`,
        `I planen din står det at han skal gåast gjennom seinast ${told.day(told.due)}.`,
        [
          `I planen står det at den skal gjennomgås senest ${told.day(told.due)}.`,
          `I planen står det at han skal gåast gjennom seinast ${told.day(told.due)}.`,
        ],
      ),
  cutShort(told, 'YEAR'),
  before(
    told,
    ['så vi gjør det senest', 'så vi gjer det seinast'],
    ['så det må gjøres senest', 'så det må gjerast seinast'],
  ),
];

export const unitMeeting = (told: Told): readonly string[] => [
  told.say(
    `Forrige møte var ${beginning(told)}. Det skal ikke gå mer enn ${length(told)} mellom møtene, så neste møte må holdes senest ${told.day(told.due)}.`,
    `Førre møte var ${beginning(told)}. Det skal ikkje gå meir enn ${length(told)} mellom møta, så neste møte må haldast seinast ${told.day(told.due)}.`,
  ),
  cutShort(told, 'YEAR'),
  before(told, ['så møtet må holdes senest', 'så møtet må haldast seinast']),
];

export function decisionTime(told: Told): readonly string[] {
  const { first, last, say, day, due } = told;
  const promised = last('PROMISED');
  const received = say(
    `Vi fikk søknaden din ${beginning(told)}.`,
    `Vi fekk søknaden din ${beginning(told)}.`,
    [`Kommunen fikk søknaden ${beginning(told)}.`, `Kommunen fekk søknaden ${beginning(told)}.`],
  );
  if (first('PERIOD') !== undefined && promised !== undefined) {
    return [
      received,
      say(
        `I brevet vårt ${day(promised.on)} forklarte vi hvorfor vi trenger mer tid, og at vi regner med å avgjøre den senest ${day(due)}. Den datoen gjelder nå.`,
        `I brevet vårt ${day(promised.on)} forklarte vi kvifor vi treng meir tid, og at vi reknar med å avgjere han seinast ${day(due)}. Den datoen gjeld no.`,
        [
          `I brevet ${day(promised.on)} forklarte kommunen hvorfor det trengs mer tid, og at den regner med å avgjøre søknaden senest ${day(due)}. Den datoen gjelder nå.`,
          `I brevet ${day(promised.on)} forklarte kommunen kvifor det trengst meir tid, og at han reknar med å avgjere søknaden seinast ${day(due)}. Den datoen gjeld no.`,
        ],
      ),
    ];
  }
  return [
    received,
    say(
      `Målet til kommunen er å avgjøre den innen ${length(told)}, det vil si senest ${day(due)}.`,
      `Målet til kommunen er å avgjere han innan ${length(told)}, det vil seie seinast ${day(due)}.`,
    ),
    moved(told, ['målet', 'målet']),
    before(
      told,
      ['så vi sikter mot', 'så vi siktar mot'],
      ['så kommunen sikter mot', 'så kommunen siktar mot'],
    ),
  ];
}
