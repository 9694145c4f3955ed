import {
  type CaseFacts,
  caseEvents,
  deadlineRules,
  factsIn,
  type OtherwiseDue,
  otherwiseBy,
  tablesWith,
} from '#casework';
import { complaintFacts } from '#correspondence';
import { type Day, plusDays, type ProposedVersion, type RuleTables, sentenceOf } from '#deadlines';
import {
  effective,
  type CommandRunner,
  type Decoder,
  type EventOf,
  type EventStore,
  LogFault,
  type Recorded,
} from '#event-sourcing';
import { profileOf, ruleTablesOf, targetsOf } from '#municipality';

export interface RehearsalParts {
  readonly store: Pick<EventStore, 'scan'>;
  readonly codec: Decoder;
  readonly runner: Pick<CommandRunner, 'look'>;
}

interface Asked {
  readonly tenant: string;
  readonly today: Day;
  readonly proposed: ProposedVersion;
}

/** A case in which something would be otherwise. */
export interface Otherwise {
  readonly caseId: string;
  readonly caseNumber: string | undefined;
  readonly deadlines: readonly OtherwiseDue[];
  /** What the letter with the answer says of the right to complain and would say otherwise. */
  readonly letter: readonly { readonly field: string; readonly was: string; readonly now: string }[];
}

export interface Rehearsal {
  readonly lookedAt: number;
  /** Streams that cannot be believed to their end (docs/adr/0023). */
  readonly leftOut: readonly string[];
  readonly cases: readonly Otherwise[];
}

/** Replays a version of a rule over the cases that are open or in which anything happened in the last year. Records nothing. */
export async function rehearsed(
  parts: RehearsalParts,
  { tenant, today, proposed }: Asked,
): Promise<Rehearsal> {
  const { streams, leftOut } = await casesIn(parts, tenant);
  const targetOf = await targetsOf(parts.runner, tenant);
  const { answer: current } = await ruleTablesOf(parts.runner, tenant);
  const { profile } = await profileOf(parts.runner, tenant);
  const language = profile?.language === 'NN' ? 'nn' : 'nb';
  const since = plusDays(today, -366);
  let lookedAt = 0;
  const cases: Otherwise[] = [];
  for (const history of streams) {
    const events = effective(history) as unknown as readonly EventOf<typeof caseEvents>[];
    const facts = factsIn(events);
    const isOpen = facts.closedOn === null && facts.withdrawnOn === null;
    const isOfLastYear = history.some(({ metadata }) => metadata.occurredOn >= since);
    if (events.length === 0 || !(isOpen || isOfLastYear)) continue;
    lookedAt += 1;
    const deadlines = otherwiseBy(facts, (on) => targetOf('RECEIVED_TO_DECIDED', on), { proposed, current });
    const letter = letterOtherwise(facts, { today, proposed, current, language });
    if (deadlines.length === 0 && letter.length === 0) continue;
    cases.push({ ...namesOf(events), deadlines, letter });
  }
  return { lookedAt, leftOut, cases };
}

/** The histories of a municipality's cases, each as far as it is believed whole. */
async function casesIn({ store, codec }: RehearsalParts, tenant: string) {
  const streams = new Map<string, Recorded[]>();
  const leftOut = new Set<string>();
  for await (const batch of store.scan({ streamPrefixes: [`${caseEvents.category}-${tenant}.`] })) {
    for (const event of batch) {
      const { stream, revision } = event;
      const history = streams.get(stream) ?? [];
      streams.set(stream, history);
      if (leftOut.has(stream)) continue;
      try {
        if (revision !== BigInt(history.length)) throw new LogFault('events of it are missing');
        history.push(codec.decode(event));
      } catch (error) {
        if (!(error instanceof LogFault)) throw error;
        leftOut.add(stream);
        streams.delete(stream);
      }
    }
  }
  return { streams: [...streams.values()], leftOut: [...leftOut] };
}

function namesOf(events: readonly EventOf<typeof caseEvents>[]) {
  const named = events.flatMap(({ data }) => ('caseNumber' in data ? [data.caseNumber] : []));
  return { caseId: events[0]?.data.caseId ?? '', caseNumber: named.findLast((one) => one !== undefined) };
}

interface InLetter extends Pick<Asked, 'today' | 'proposed'> {
  readonly current: RuleTables;
  readonly language: 'nb' | 'nn';
}

/** Of a case that is decided: what a letter of today, or the one that went out, says by the one version and by the other. */
function letterOtherwise(
  facts: CaseFacts,
  { today, proposed, current, language }: InLetter,
): Otherwise['letter'] {
  const decidedOn = facts.amendedOn ?? facts.decidedOn;
  if (decidedOn === null) return [];
  const told = {
    answers: facts.outcomes.map(({ item, legalBasis }) => ({
      item,
      outcome: '',
      legalBasis: legalBasis ?? facts.legalBasis ?? undefined,
    })),
    decidedOn,
    sentOn: facts.decisionNotifiedOn ?? today,
    language,
    nameOf: (code: string) => code,
  } as const;
  const before = complaintFacts({ ...told, tables: current });
  const after = complaintFacts({ ...told, tables: tablesWith(proposed, current).asIf });
  return Object.entries(after).flatMap(([field, now]) => {
    const was = before[field];
    return was === now ? [] : [{ field, was: textOf(was), now: textOf(now) }];
  });
}

const textOf = (fact: unknown): string => (typeof fact === 'string' ? fact : '');

/** What a rehearsal found, a line each, and what it comes to. */
export function* linesOf(
  { lookedAt, leftOut, cases }: Rehearsal,
  { proposed, language }: Pick<InLetter, 'proposed' | 'language'>,
): Generator<string> {
  const word = (rule: OtherwiseDue['rule']) => deadlineRules.words[rule]?.[language === 'nb' ? 0 : 1] ?? rule;
  for (const { caseId, caseNumber, deadlines, letter } of cases) {
    const name = caseNumber ?? caseId;
    for (const { rule, about, was, now, isRight, goesByIt } of deadlines) {
      const of = about.length === 0 ? '' : ` (${about.join(', ')})`;
      yield `${name}\t${rule}${of}, ${word(rule)}\t${was.due ?? '–'} → ${now.due ?? '–'}${isRight ? '\tright' : ''}${goesByIt ? '\tgoes by it' : ''}`;
      yield `\t${sentenceOf(now, language, 'STAFF')}`;
    }
    for (const { field, was, now } of letter) yield `${name}\tletter, ${field}\t«${was}» → «${now}»`;
  }
  for (const stream of leftOut) yield `${stream} cannot be believed to its end, and is left out.`;
  const found = countsOf({ cases });
  yield `${count(lookedAt, 'case')} looked at. By version ${proposed.version} of ${proposed.rule}, had it held all along, otherwise: ${[
    count(found.deadlines, 'deadline'),
    `of these ${count(found.rights, 'complaint right')}`,
    count(found.letterTexts, 'letter text'),
  ].join(', ')}.`;
  yield `${count(found.goingByIt, 'deadline')} would go by it, holding from ${proposed.validFrom}.`;
}

const count = (some: number, what: string) => `${some} ${what}${some === 1 ? '' : 's'}`;

/** What a rehearsal comes to. */
export function countsOf({ cases }: Pick<Rehearsal, 'cases'>) {
  const deadlines = cases.flatMap((one) => one.deadlines);
  return {
    deadlines: deadlines.length,
    rights: deadlines.filter(({ isRight }) => isRight).length,
    letterTexts: cases.flatMap(({ letter }) => letter).length,
    goingByIt: deadlines.filter(({ goesByIt }) => goesByIt).length,
  };
}
