import {
  type CommandRunner,
  derivedId,
  partsOf,
  type Reactor,
  type ReactorClock,
  type Recorded,
} from '#event-sourcing';
import type { RuleTables } from '#deadlines';
import {
  organisationEvents,
  organisationStream,
  ruleTablesOf,
  type TargetDay,
  targetsOf,
} from '#municipality';
import { subjectOf } from '#subject';
import { caseDecider } from '../domain/decide.js';
import { caseEvents } from '../domain/events.js';
import { caseStream } from '../questions.js';

const name = 'deadlines';

/** What a case's deadlines follow from. */
const telling: readonly string[] = [
  'NeedNotified',
  'NeedAnswered',
  'ApplicationReceived',
  'AssistedApplicationWritten',
  'PreliminaryReplySent',
  'DecisionMade',
  'DecisionAmended',
  'DecisionSetAside',
  'DecisionNotified',
  'AnswerDelivered',
  'AnswerReturned',
  'ApplicationWithdrawn',
  'CaseClosed',
  'CaseReopened',
];
const heard = new Set([...telling, ...telling.map((type) => `${type}Corrected`), 'RecordedInErrorMarked']);
/** What a municipality tells of its unit beside its rules is passed over. */
const ofRules: readonly string[] = [
  'RuleVersionAdopted',
  'RuleVersionAdoptedCorrected',
  'RecordedInErrorMarked',
];
/** Every deadline that runs has its last day before it. */
const endOfDays = '9999-12-31';

export interface KeepingDeadlines {
  /** The cases of which some deadline passes when this day begins, or none was ever set, as the log has it now; others among them do no harm. */
  readonly casesDue: (tenant: string, day: string) => Promise<readonly string[]>;
  readonly log: (line: string) => void;
}

/** So many cases are looked at at a time. */
const atOnce = 16;
const progressMs = 1_000;

/**
 * Notes in each case what deadlines it has, and when one is another or met, after each step that they follow from; and what has passed when a day
 * begins, so also in a week in which nobody ran; and when the municipality adopts a version of a rule.
 */
export const deadlines = ({ casesDue, log }: KeepingDeadlines): Reactor => ({
  name,
  from: 'now',
  streamPrefixes: [`${caseEvents.category}-`, `${organisationEvents.category}-`, 'calendar-'],
  passesOver: new Set([
    ...Object.keys(caseEvents.all).filter((type) => !heard.has(type)),
    ...Object.keys(organisationEvents.all).filter((type) => !ofRules.includes(type)),
  ]),
  async react(event, runner, clock) {
    const { municipality: tenant } = event.metadata;
    const parts = partsOf(event.stream);
    const [target, { answer: tables }] = await Promise.all([
      targetsOf(runner, tenant),
      ruleTablesOf(runner, tenant),
    ]);
    if (parts?.category === caseEvents.category) {
      const subject = await subjectOf(runner, tenant, String(event.data['subjectId']));
      if (subject.disposed.length > 0) return;
      return kept(parts.id, event, { target, tables, runner, clock, dayBegins: false });
    }
    const dayBegins = event.type === 'DayBegan';
    if (!dayBegins && event.stream !== organisationStream(tenant, 'law')) return;
    const day = dayBegins ? String(event.data['day']) : endOfDays;
    const cases = await casesDue(tenant, day);
    let looked = 0;
    let told = Date.now();
    const keep = async (caseId: string) => {
      await kept(caseId, event, { target, tables, runner, clock, dayBegins });
      looked += 1;
      if (Date.now() - told < progressMs) return;
      told = Date.now();
      log(
        `Deadlines of ${tenant}${dayBegins ? ` on ${day}` : ''}: ${looked} of ${cases.length} cases looked at`,
      );
    };
    for (let at = 0; at < cases.length; at += atOnce) {
      await Promise.all(cases.slice(at, at + atOnce).map(keep));
    }
  },
});

interface Circumstances {
  readonly target: TargetDay;
  readonly tables: RuleTables;
  readonly runner: CommandRunner;
  readonly clock: ReactorClock;
  readonly dayBegins: boolean;
}

async function kept(
  caseId: string,
  event: Recorded,
  { target, tables, runner, clock, dayBegins }: Circumstances,
) {
  const { municipality, $correlationId } = event.metadata;
  await runner.run(
    caseDecider,
    caseStream(municipality, caseId),
    {
      type: 'KeepDeadlines',
      data: { dayBegins, tables, target: (receivedOn) => target('RECEIVED_TO_DECIDED', receivedOn) },
    },
    {
      commandId: derivedId('reactor', name, event.id, caseId),
      correlationId: $correlationId,
      municipality,
      actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
      at: clock.at(),
      today: clock.today(),
    },
  );
}
