import { personsAround } from '../around.js';
import { holdingsOf } from '../coordination.js';
import type { Day } from '../days.js';
import type { Register } from '../register.js';
import { type Cause, causeIn, causes, type Later } from './later.js';

/** What a contributor's key names: the case of a round or an item, the plan whose coordinator was reported. */
export const thingOf = (key: string): string =>
  (key.startsWith('R:') ? key.slice(2) : key).replace(/[#:=].*$/, '');

/** Tells of each contributor by what its counting changed. */
export class Concerning {
  private readonly byName = new Map<string, Later[]>();
  private readonly personsOf = new Map<string, Set<string>>();

  constructor(
    later: readonly Later[],
    private readonly register: Register,
    private readonly statusOn: Day,
  ) {
    for (const event of later) {
      const persons = event.names
        .filter((name) => register.persons.has(name))
        .map((name) => register.canonical(name));
      for (const name of new Set([...event.names, ...persons])) {
        this.byName.set(name, [...(this.byName.get(name) ?? []), event]);
      }
    }
    for (const { id, person } of thingsOf(register)) this.know(id, person);
  }

  /** The first cause that anything about the thing itself gives; else that anything about its person does. */
  causeOf(key: string): Cause {
    const thing = thingOf(key);
    const own = this.first([thing]);
    return own ?? this.first([...(this.personsOf.get(thing) ?? [])]) ?? 'OTHER';
  }

  private know(thing: string, person: string): void {
    this.personsOf.set(thing, (this.personsOf.get(thing) ?? new Set()).add(this.register.canonical(person)));
  }

  private first(names: readonly string[]): Cause | undefined {
    const found = new Set(
      names.flatMap((name) => this.byName.get(name) ?? []).map((event) => causeIn(event, this.statusOn)),
    );
    return causes.find((cause) => found.has(cause));
  }
}

/** Everything with the person that it is about; of a coordinator, everybody whom that one coordinates or did. */
const thingsOf = (register: Register): readonly { readonly id: string; readonly person: string }[] => [
  ...register.cases.values(),
  ...register.plans.values(),
  ...[...register.appointments.values()].flatMap(({ id, begun }) =>
    begun ? [{ id, person: begun.person }] : [],
  ),
  ...[...register.complaints.values()].flatMap(({ id, person }) =>
    person === undefined ? [] : [{ id, person }],
  ),
  ...[...personsAround(register)].map(([id, person]) => ({ id, person })),
  ...holdingsOf(register).map(({ coordinator: id, person }) => ({ id, person })),
  ...[...register.persons.keys()].map((id) => ({ id, person: id })),
];
