import { holds, type Holding, holdingsOf, leading } from '../coordination.js';
import { type Day, daysFrom, isWithin, type Period } from '../days.js';
import type { Dated } from '../facts.js';
import { endOf, firstDay, isActive, isReported, reasonOf, reportingUnit, runs } from '../plan-state.js';
import type { Case, Plan, Register } from '../register.js';
import { grantsAny } from '../rounds.js';
import { notStated } from './codes.js';

/** For which days figures are counted, and whose units are named even where nobody counts there. */
export interface Question {
  readonly municipality: string;
  readonly period: Period;
  /** The day that stocks are true on. */
  readonly statusOn: Day;
  readonly units: readonly string[];
}

/** Somebody whom nobody coordinates though it is needed. */
export interface Gap {
  readonly person: string;
  readonly isLeft: boolean;
  readonly days: number;
}

const needEnds = ['NEED_CEASED', 'DECEASED', 'MOVED', 'TRANSFERRED'];
const planEndsNeed = [...needEnds, 'OWN_WISH'];
const caseEndsNeed = ['DECEASED', 'MOVED', 'TRANSFERRED', 'DECLINED'];

const grouped = <T>(all: Iterable<T>, by: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = by(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

/** The register as it was at the end of one day, with what several figures ask of it. */
export class Standing {
  readonly on: Day;
  readonly units: readonly string[];
  readonly holdings: readonly Holding[];
  readonly plansOf: ReadonlyMap<string, readonly Plan[]>;
  readonly casesOf: ReadonlyMap<string, readonly Case[]>;
  readonly holdingsOf: ReadonlyMap<string, readonly Holding[]>;
  private readonly active: ReadonlyMap<string, readonly Plan[]>;
  private readonly holding: ReadonlyMap<string, readonly Holding[]>;
  private readonly mergedFrom: ReadonlyMap<string, readonly string[]>;

  constructor(
    readonly register: Register,
    readonly question: Question,
  ) {
    this.on = question.statusOn;
    this.units = [...new Set([...question.units, notStated])];
    this.holdings = holdingsOf(register);
    this.holdingsOf = grouped(this.holdings, ({ person }) => person);
    this.plansOf = grouped(register.plans.values(), ({ person }) => register.canonical(person));
    this.casesOf = grouped(register.cases.values(), ({ person }) => register.canonical(person));
    this.active = grouped(
      [...register.plans.values()].filter((plan) => isActive(plan, this.on)),
      ({ person }) => register.canonical(person),
    );
    this.holding = grouped(
      this.holdings.filter((one) => holds(one, this.on)),
      ({ person }) => person,
    );
    const merged = [...register.persons.values()].filter(({ mergedInto }) => mergedInto !== undefined);
    this.mergedFrom = new Map(
      [...grouped(merged, ({ id }) => register.canonical(id))].map(([into, from]) => [
        into,
        from.map(({ id }) => id),
      ]),
    );
  }

  /** Within the period, and not after the day that all is true on. */
  inPeriod = ({ on }: Dated): boolean => on <= this.on && isWithin(this.question.period, on);

  persons(): string[] {
    const all = [...this.register.persons.keys()].map((id) => this.register.canonical(id));
    return [...new Set([...all, ...this.plansOf.keys(), ...this.casesOf.keys(), ...this.holdingsOf.keys()])];
  }

  /** Under each id that the person was registered by. */
  entries(person: string) {
    return [person, ...(this.mergedFrom.get(person) ?? [])]
      .map((id) => this.register.persons.get(id))
      .filter((one) => one !== undefined);
  }

  activePlans(person: string): readonly Plan[] {
    return this.active.get(person) ?? [];
  }

  runningPlans(person: string): Plan[] {
    return this.plans(person).filter((plan) => runs(plan, this.on));
  }

  plans(person: string): readonly Plan[] {
    return this.plansOf.get(person) ?? [];
  }

  coordinating(person: string): readonly Holding[] {
    return this.holding.get(person) ?? [];
  }

  isGone(person: string): boolean {
    return this.entries(person).some(({ gone }) => gone.some(({ on }) => on <= this.on));
  }

  /** The age reached in the course of a day's year; undefined where nobody knows, -1 and less for who is not born yet. */
  age(person: string, day: Day): number | undefined {
    const entries = this.entries(this.register.canonical(person));
    const birthYear = entries.find((one) => one.birthYear !== undefined)?.birthYear;
    if (birthYear !== undefined) return Number(day.slice(0, 4)) - birthYear;
    return entries.some(({ isUnborn }) => isUnborn === true) ? -1 : undefined;
  }

  band(person: string, day: Day): string {
    const age = this.age(person, day);
    if (age === undefined) return 'UNKNOWN';
    if (age <= 5) return '0-5';
    if (age <= 12) return '6-12';
    if (age <= 17) return '13-17';
    if (age <= 24) return '18-24';
    return age <= 66 ? '25-66' : '67+';
  }

  isProtected(person: string): boolean {
    return this.entries(this.register.canonical(person)).some(({ isProtected }) => isProtected === true);
  }

  unit(person: string): string {
    if (this.isProtected(person)) return notStated;
    const holding = leading(this.holdingsOf.get(person) ?? [], this.on);
    if (holding) return holding.unitOn(this.on) ?? notStated;
    const reported = this.activePlans(person).find(isReported);
    return (reported && reportingUnit(reported, this.on)) ?? notStated;
  }

  /** Who needs a coordinator and has none, since when, and whether somebody left. */
  gap(person: string): Gap | undefined {
    if (this.coordinating(person).length > 0) return undefined;
    const day = this.on;
    const by = (on: Day | undefined): Day[] => (on !== undefined && on <= day ? [on] : []);
    const left = (this.holdingsOf.get(person) ?? []).flatMap(({ until }) =>
      until !== undefined && until.on <= day ? [until] : [],
    );
    const cases = this.casesOf.get(person) ?? [];
    const plans = this.plans(person);
    const ended = plans.flatMap((plan) => endOf(plan) ?? []).filter(({ on }) => on <= day);
    const openers = [
      ...cases.flatMap(({ decisions }) =>
        decisions.filter((one) => grantsAny(one)).flatMap(({ on }) => by(on)),
      ),
      ...left.filter(({ reason }) => !needEnds.includes(reason)).map(({ on }) => on),
      ...plans.flatMap((plan) => by(firstDay(plan))),
    ].sort();
    const lastEnder = [
      ...left.filter(({ reason }) => needEnds.includes(reason)).map(({ on }) => on),
      ...ended.filter((end) => planEndsNeed.includes(reasonOf(end))).map(({ on }) => on),
      ...this.entries(person).flatMap(({ gone, coordinatorsDeclined }) =>
        [...gone, ...coordinatorsDeclined].flatMap(({ on }) => by(on)),
      ),
      ...cases
        .filter(({ application }) => application !== undefined)
        .flatMap(({ closed }) =>
          closed.filter(({ reason }) => caseEndsNeed.includes(reason)).flatMap(({ on }) => by(on)),
        ),
    ]
      .sort()
      .at(-1);
    const opener = openers.find((on) => lastEnder === undefined || on > lastEnder);
    const needed = opener ?? (plans.some((plan) => runs(plan, day)) ? lastEnder : undefined);
    if (needed === undefined) return undefined;
    const lastLeft = left
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const since = lastLeft !== undefined && lastLeft > needed ? lastLeft : needed;
    return { person, isLeft: lastLeft !== undefined && lastLeft >= needed, days: daysFrom(since, day) };
  }
}
