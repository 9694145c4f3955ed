import { type EarlierStep, releaseReasons } from '#coordination';
import { derivedId } from '#event-sourcing';
import type { EarlierRow } from './row.js';

/** A row whose coordinator was found among the staff. */
export interface FoundRow extends EarlierRow {
  readonly coordinatorId?: string | undefined;
}

/** What a row comes to, as people are told. */
export type FactKind = 'PERSON' | 'CONSENT' | 'PLAN' | 'PLAN_END' | 'COORDINATOR' | 'RELEASE';
export interface EarlierFact {
  readonly kind: FactKind;
  readonly on: string;
  /** Rows that say it. */
  readonly rows: readonly number[];
  /** Of an end: the first day of what ends. */
  readonly begunOn?: string | undefined;
  readonly step: EarlierStep;
}

/** What was recorded of the person already, and not taken back. */
export type Said = readonly {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}[];

const restsOn = 'EARLIER_REGISTER';

/** Of whom the rows are, and the import that they stand in. */
interface Whose {
  readonly importId: string;
  readonly subjectId: string;
}

/** What the rows of one person say that nothing recorded says already: consents first, then by day, whatever the order of the rows. */
export function factsOf(whose: Whose, rows: readonly FoundRow[], said: Said): EarlierFact[] {
  const facts = [...consentsIn(rows, said), ...plansIn(rows, said), ...coordinatorsIn(whose, rows, said)];
  return facts.toSorted((one, other) => place(one).localeCompare(place(other)));
}

/** On one day what ends comes before what begins, but for what began that day itself. */
function place({ kind, on, begunOn }: EarlierFact): string {
  if (kind === 'CONSENT') return `0 ${on}`;
  if (begunOn !== undefined && begunOn >= on) return `1 ${begunOn} 2`;
  return `1 ${on} ${begunOn === undefined ? 1 : 0}`;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function consentsIn(rows: readonly FoundRow[], said: Said): EarlierFact[] {
  const given = grouped(
    rows.filter(({ consent }) => consent),
    ({ consent }) => `${consent?.givenOn} ${consent?.givenBy}`,
  );
  return [...given.values()].flatMap((same) => {
    const { givenOn = '', givenBy = '' } = same[0]?.consent ?? {};
    const scopes = [
      'REGISTER',
      ...(rows.some(({ plan }) => plan) ? ['PLAN'] : []),
      ...(rows.some(({ coordinator }) => coordinator) ? ['COORDINATOR'] : []),
    ];
    const isSaid = said.some(
      ({ type, data }) =>
        type === 'ConsentGiven' &&
        data['givenOn'] === givenOn &&
        data['givenBy'] === givenBy &&
        scopes.every((scope) => (data['scopes'] as readonly string[]).includes(scope)),
    );
    if (isSaid) return [];
    const step = { step: 'ConsentGiven', said: { scopes, givenBy, givenOn } } as const;
    return [{ kind: 'CONSENT', on: givenOn, rows: numbers(same), step }];
  });
}

function plansIn(rows: readonly FoundRow[], said: Said): EarlierFact[] {
  const started = grouped(
    rows.filter(({ plan }) => plan),
    ({ plan }) => plan?.startedOn ?? '',
  );
  return [...started].flatMap(([startedOn, same]) => {
    const known = said.find(({ type, data }) => type === 'PlanStarted' && data['startedOn'] === startedOn);
    const planId = known?.data['planId'];
    const begins: EarlierFact = {
      kind: 'PLAN',
      on: startedOn,
      rows: numbers(same),
      step: { step: 'PlanStarted', said: { restsOn, startedOn, withSubject: false } },
    };
    const ends = [...new Map(same.map((row) => [row.plan?.closedOn, row])).values()].flatMap((row) => {
      const { closedOn, reasonCode = 'OTHER', reason } = row.plan ?? {};
      const isSaid = said.some(
        ({ type, data }) =>
          type === 'PlanClosed' && data['planId'] === planId && data['closedOn'] === closedOn,
      );
      if (closedOn === undefined || isSaid) return [];
      const told = { closedOn, reasonCode, ...(reason !== undefined && { reason }) };
      const step: EarlierStep = known
        ? { step: 'PlanClosed', said: { ...told, planId } }
        : { step: 'PlanClosed', said: told, startedOn };
      return [{ kind: 'PLAN_END' as const, on: closedOn, begunOn: startedOn, rows: [row.row], step }];
    });
    return [...(known ? [] : [begins]), ...ends];
  });
}

function coordinatorsIn(
  { importId, subjectId }: Whose,
  rows: readonly FoundRow[],
  said: Said,
): EarlierFact[] {
  const told = rows.filter(({ coordinator, coordinatorId }) => coordinator && coordinatorId);
  const begun = grouped(told, ({ coordinator, coordinatorId }) =>
    JSON.stringify([coordinatorId, coordinator?.kind, coordinator?.from]),
  );
  return [...begun.values()].flatMap((same) => {
    const { coordinator, coordinatorId } = same[0] ?? {};
    if (!coordinator) return [];
    const { kind, from, unit } = coordinator;
    const known = said.find(
      ({ type, data }) =>
        type === 'CoordinatorAppointed' &&
        data['coordinatorId'] === coordinatorId &&
        data['kind'] === kind &&
        data['validFrom'] === from,
    );
    const own = derivedId('earlier appointment', importId, subjectId, String(coordinatorId), kind, from);
    const before = known?.data['appointmentId'];
    const appointmentId = typeof before === 'string' ? before : own;
    const appointed = {
      appointmentId,
      coordinatorId,
      kind,
      temporary: false,
      restsOn,
      validFrom: from,
      wishFollowed: 'NO_WISH',
      ...(unit !== undefined && { unit }),
    };
    const begins: EarlierFact = {
      kind: 'COORDINATOR',
      on: from,
      rows: numbers(same),
      step: { step: 'CoordinatorAppointed', said: appointed },
    };
    const ends = [...new Map(same.map((row) => [row.coordinator?.until, row])).values()].flatMap((row) => {
      const releasedOn = row.coordinator?.until;
      const isSaid = said.some(
        ({ type, data }) =>
          type === 'CoordinatorReleased' &&
          data['appointmentId'] === appointmentId &&
          data['releasedOn'] === releasedOn,
      );
      if (releasedOn === undefined || isSaid) return [];
      const reasonCode = releaseReasonOf(rows, { kind, releasedOn });
      const step = { step: 'CoordinatorReleased', said: { appointmentId, releasedOn, reasonCode } } as const;
      return [{ kind: 'RELEASE' as const, on: releasedOn, begunOn: from, rows: [row.row], step }];
    });
    return [...(known ? [] : [begins]), ...ends];
  });
}

/** Another took over that day, or the plan ended with it for a reason that a coordinator has too; else it is not told. */
function releaseReasonOf(
  rows: readonly FoundRow[],
  { kind, releasedOn }: { readonly kind: string; readonly releasedOn: string },
): string {
  const isFollowed = rows.some(
    ({ coordinator }) => coordinator?.kind === kind && coordinator.from === releasedOn,
  );
  if (isFollowed) return 'HANDOVER';
  const { reasonCode = 'OTHER' } = rows.find(({ plan }) => plan?.closedOn === releasedOn)?.plan ?? {};
  const isReason = (releaseReasons.codes as readonly string[]).includes(reasonCode);
  // OWN_WISH is the person's of a plan, and the coordinator's of her own work; TURNED_18 ends a child coordinator alone.
  const isOther = reasonCode === 'OWN_WISH' || (reasonCode === 'TURNED_18' && kind !== 'CHILD');
  if (isOther) return reasonCode === 'OWN_WISH' ? 'SUBJECT_WISH' : 'OTHER';
  return isReason ? reasonCode : 'OTHER';
}

const numbers = (rows: readonly FoundRow[]) => rows.map(({ row }) => row);
