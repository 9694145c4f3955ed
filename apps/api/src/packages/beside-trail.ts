import { complainedIn } from '#casework';
import { coordinationEvents, coordinationStream } from '#coordination';
import { capital, dayInWords } from '#correspondence';
import { type CommandRunner, type Pair, readingOf, wordFor } from '#event-sourcing';
import { delegationHolding } from '#municipality';
import { inLanguage } from '#projections/audit-trail/norwegian';
import { subjectOf } from '#subject';
import { authorityRoles, delegationScopes } from '#vocabulary';
import type { Known } from '#case-package';
import { decidingOn } from '../letters/letter-desk.js';
import { ownWordsOf, type Terms } from '../reading/own-words.js';
import type { Language } from '../reading/language.js';

type Log = Pick<CommandRunner, 'look'>;

/** The decision of a case that is named, else the one in force. */
export async function decisionOf(
  log: Log,
  tenant: string,
  { caseId, decisionId }: { readonly caseId: string | undefined; readonly decisionId: string | null },
): Promise<Known['decision']> {
  if (caseId === undefined) return undefined;
  const { decisions } = (await complainedIn(log, tenant, caseId)).answer;
  const found = decisions.find((one) => one.decisionId === decisionId) ?? decisions.at(-1);
  return found && { decidedOn: found.decidedOn, decidedBy: found.decidedBy };
}

/** The delegation that whoever decided acted on; what document it stands in is sealed. */
export const delegationFor = (log: Log, tenant: string, decision: Known['decision']) =>
  decision === undefined
    ? undefined
    : delegationHolding(log, tenant, decidingOn(decision.decidedOn, decision));

type Delegation = NonNullable<Awaited<ReturnType<typeof delegationFor>>>;
const delegatedBy: Pair = [
  '{from} har delegert til {to} å {scope}, fra {day}',
  '{from} har delegert til {to} å {scope}, frå {day}',
];

/** It in words. */
export function delegationInWords(
  { fromRole, toRole, scope, validFrom }: Omit<Delegation, 'document'>,
  document: string | undefined,
  { language, terms }: { readonly language: Language; readonly terms: Terms },
): string {
  const word = (list: typeof authorityRoles | typeof delegationScopes, code: string) =>
    inLanguage(language, wordFor(list, code, ownWordsOf(terms)));
  const told = inLanguage(language, delegatedBy)
    .replace('{from}', word(authorityRoles, fromRole))
    .replace('{to}', word(authorityRoles, toRole))
    .replace('{scope}', word(delegationScopes, scope))
    .replace('{day}', dayInWords(validFrom));
  return document === undefined ? `${capital(told)}.` : `${capital(told)} (${document}).`;
}

/** Every plan of a person, under whichever registration. */
export async function plansOf(log: Log, tenant: string, subjectId: string): Promise<Known['plans']> {
  const { registrations } = await subjectOf(log, tenant, subjectId);
  const all = await Promise.all(
    [...new Set([subjectId, ...registrations])].map(async (registration) => {
      const stream = coordinationStream(tenant, registration);
      const { effective } = await log.look(readingOf(coordinationEvents), stream);
      return effective;
    }),
  );
  const told = all.flat();
  const closed = new Map(
    told.flatMap((event) =>
      event.type === 'PlanClosed' ? [[event.data.planId, event.data.closedOn] as const] : [],
    ),
  );
  return told.flatMap((event) =>
    event.type === 'PlanStarted'
      ? [{ startedOn: event.data.startedOn, closedOn: closed.get(event.data.planId) }]
      : [],
  );
}
