import type { ClaimRequest, GivenNumber } from '#personal-data';
import { dayAfter } from './calendar.js';
import { NumbersOfPart } from './case-numbers.js';
import { Chance } from './chance.js';
import { IdentityNumbers } from './identity-numbers.js';
import type { Entry } from './journal.js';
import { Life } from './life.js';
import { lives } from './lives/index.js';
import { Teller } from './teller.js';
import { founded, type Municipality, type Town } from './town.js';

export interface HistoryOptions {
  /** How many events the history is to have, about: so many lives begin. */
  readonly events: number;
  readonly seed: number;
  readonly municipalities: readonly Municipality[];
}

/** Which lives of a history are told here: `of` tell it together, each every so many lives. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** Some days with the lives that begin on them, each told to its end. */
export interface Chapter {
  /** Lives that began, in all parts. */
  readonly lives: number;
  /** Numbers that are to be claimed before the events that use them are appended. */
  readonly claims: readonly ClaimRequest[];
  /** Case numbers, likewise. */
  readonly numbers: readonly GivenNumber[];
  /** What they record, on these days and later, in the order of each life. */
  readonly entries: readonly Entry[];
  /** All lives that begin before this day are told. */
  readonly until: string;
}

const firstDay = '2014-01-06';
/** In so many days all lives begin; the last of them do not end before the history does. */
const span = 3_650;
const eventsOfLife = 39;
/** A chapter ends with so many lives, or after so many days. */
const longest = { lives: 100, days: 60 };

/** Lives of so many years in these municipalities, chapter by chapter, for ever. The same options tell the same; the parts' chapters go with each other. */
export async function* history(
  { events, seed, municipalities }: HistoryOptions,
  { part, of }: Part,
): AsyncGenerator<Chapter, never> {
  const chance = new Chance('history', seed);
  const teller = await Teller.open(new NumbersOfPart(part, of));
  const towns: Town[] = [];
  for (const municipality of municipalities) {
    towns.push(await founded(municipality, { teller, chance, seed, day: firstDay }));
  }
  // All parts look at the towns; the first tells of them.
  if (part > 0) teller.take();
  const numbers = new IdentityNumbers(part, of);
  const live = async (index: number, begins: string) => {
    const own = new Chance('life', seed, index);
    const town = own.weighted(towns);
    await own
      .weighted(lives)
      .live(new Life({ teller, town, chance: own, numbers, name: `${seed} ${index}`, begins }));
    await teller.pass();
  };
  const perDay = events / eventsOfLife / span;
  let begun = 0;
  for (let day = 0, before = 0; ; day += 1) {
    for (; begun < (day + 1) * perDay; begun += 1) {
      if (begun % of === part) await live(begun, dayAfter(firstDay, day));
    }
    if (begun - before < longest.lives && day % longest.days > 0) continue;
    yield { lives: begun - before, ...teller.take(), until: dayAfter(firstDay, day + 1) };
    before = begun;
  }
}
