import { caseEvents } from '#casework';
import { ConveneMeetingCommand, ConveneMeetingHandler } from '#casework/application/convene-meeting';
import type { MeetingsOfCases } from '#casework/application/meetings-of-cases';
import { noMeetings } from '#casework/application/meetings.testing';
import { numbersInMemory } from '#casework/application/numbers.testing';
import {
  RecordCaseStepCommand,
  RecordCaseStepHandler,
  type ToldStep as ToldCaseStep,
} from '#casework/application/record-case-step';
import { ReviseCaseEventCommand, ReviseCaseEventHandler } from '#casework/application/revise-case-event';
import type { StepType as CaseStepType } from '#casework/domain/events';
import { coordinationEvents, coordinationStream, restingOnCases } from '#coordination';
import { plainKeys } from '#coordination/application/log.testing';
import {
  RecordCoordinationStepCommand,
  RecordCoordinationStepHandler,
  type ToldStep,
} from '#coordination/application/record-coordination-step';
import type { ToldType } from '#coordination/domain/events';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  derivedId,
  InvalidFact,
  type Receipt,
  type Recorded,
  Rejection,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { followUpEvents } from '#follow-up';
import type { FollowUpStepType } from '#follow-up/application/index';
import {
  RecordFollowUpStepCommand,
  RecordFollowUpStepHandler,
  type ToldFollowUpStep,
} from '#follow-up/application/record-step';
import { municipalityEvents, organisationEvents, partyEvents, unitEvents } from '#municipality';
import { recordOrganisationStep } from '#municipality/application/record-organisation-step';
import { RegisterPartyCommand, RegisterPartyHandler } from '#municipality/application/register-party';
import { seedProfile, shippedProfile } from '#municipality/application/seed-profile';
import { planEvents } from '#plan';
import type { PlanStepType } from '#plan/application/index';
import {
  RecordPlanStepCommand,
  RecordPlanStepHandler,
  type ToldPlanStep,
} from '#plan/application/record-step';
import { subjectEvents, subjectStream } from '#subject';
import {
  EndRelationCommand,
  type EndRelationData,
  EndRelationHandler,
  RecordRelationCommand,
  type RecordRelationData,
  RecordRelationHandler,
} from '#subject/application/relations';
import { subjectDecider } from '#subject/domain/decide';
import type { Place } from './naive.js';

export const tenant = '1508';
export const subjectId = 'subject-1';
const codec = codecOf([
  caseEvents,
  coordinationEvents,
  followUpEvents,
  municipalityEvents,
  organisationEvents,
  partyEvents,
  planEvents,
  subjectEvents,
  unitEvents,
]);

/** What a command answered: what it recorded, with the ids that it made; or the code of its refusal. */
export type Outcome =
  | { readonly events: readonly Recorded[]; readonly ids: Readonly<Record<string, string>> }
  | { readonly refused: string };

type Answer = { readonly receipt: Receipt };
type Sent = (runner: CommandRunner, context: CommandContext) => Promise<Answer>;

/** The real deciders behind the real command runner, on a log in memory; each command is sent twice, to two processes. */
export class Unit {
  readonly store = new MemoryEventStore();
  readonly #processes = [0, 1].map(() => new CommandRunner(this.store, codec, plainSealing));
  readonly #numbers = numbersInMemory();
  /** What boards came to, by meeting and case. */
  readonly #treated = new Map<
    string,
    { readonly treatment: 'APPROVED' | 'RETURNED' | 'REJECTED'; readonly heldOn: string }
  >();
  readonly #seen: Recorded[] = [];
  #commands = 0;
  today = '2026-01-05';

  static async begun({ profile }: Place, birthDate: string): Promise<Unit> {
    const unit = new Unit();
    const [runner] = unit.#processes;
    if (runner === undefined) throw new Error('no process');
    await seedProfile(runner, tenant, shippedProfile(profile), unit.#context('profile'));
    const delegated = [
      ['APPOINT_COORDINATOR', 'KE'],
      ['APPROVE_APPLICATION', 'BOARD'],
    ] as const;
    for (const [scope, toRole] of delegated) {
      const told = { scope, fromRole: 'MUNICIPAL_DIRECTOR', toRole, validFrom: unit.today } as const;
      await recordOrganisationStep(runner, {
        step: 'AuthorityDelegated',
        told,
        context: unit.#context(scope),
      });
    }
    for (const partyId of ['party-1', 'party-2', 'party-3', 'party-4']) {
      await new RegisterPartyHandler(runner).execute(
        new RegisterPartyCommand({ partyId, kind: 'STAFF', name: 'Testolf Prøve' }, unit.#context(partyId)),
      );
    }
    const named = { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false };
    await runner.run(
      subjectDecider,
      subjectStream(tenant, subjectId),
      { type: 'RegisterSubject', data: { ...named, birthDate, birthYear: Number(birthDate.slice(0, 4)) } },
      unit.#context('subject'),
    );
    return unit;
  }

  case<Type extends CaseStepType>(step: Type, told: ToldCaseStep<Type>): Promise<Outcome> {
    return this.#send((runner, context) =>
      new RecordCaseStepHandler(runner, this.#numbers, this.#meetings).execute(
        new RecordCaseStepCommand(step, told, context),
      ),
    );
  }

  convene(caseId: string, meetsOn: string): Promise<Outcome> {
    return this.#send((runner, context) =>
      new ConveneMeetingHandler(runner, this.#meetings).execute(
        new ConveneMeetingCommand({ caseId, meetsOn, invitedUnits: ['SCHOOL'] }, context),
      ),
    );
  }

  /** Somebody else is asked to read an answer, and agrees; whether that could be recorded. */
  async readByAnother(
    caseId: string,
    answer: Pick<ToldCaseStep<'SecondReadingRequested'>, 'items' | 'criteria'>,
  ): Promise<boolean> {
    const asked = await this.case('SecondReadingRequested', { caseId, ...answer });
    if ('refused' in asked) return false;
    const { readingId = '' } = asked.ids;
    const read = { caseId, readingId, readerId: 'party-2', agrees: true };
    return !('refused' in (await this.case('SecondReadingGiven', read)));
  }

  /** A board meets today, and its protocol is approved. */
  boardMeets(meetingId: string, caseId: string, treatment: 'APPROVED' | 'RETURNED' | 'REJECTED'): void {
    this.#treated.set(`${meetingId} ${caseId}`, { treatment, heldOn: this.today });
  }

  correctCase(caseId: string, eventId: string, changed: Readonly<Record<string, unknown>>): Promise<Outcome> {
    return this.#send((runner, context) =>
      new ReviseCaseEventHandler(runner, restingOnCases(runner), this.#meetings).execute(
        new ReviseCaseEventCommand({ caseId, eventId, changed, reason: 'Feil dag.' }, context),
      ),
    );
  }

  coordination<Type extends ToldType>(step: Type, told: ToldStep<Type>): Promise<Outcome> {
    return this.#send((runner, context) =>
      new RecordCoordinationStepHandler(runner, plainKeys).execute(
        new RecordCoordinationStepCommand(step, told, context),
      ),
    );
  }

  /** What stands in a plan, and with whom it is shared. */
  plan<Type extends PlanStepType>(step: Type, told: ToldPlanStep<Type>): Promise<Outcome> {
    return this.#send((runner, context) =>
      new RecordPlanStepHandler(runner).execute(new RecordPlanStepCommand(step, told, context)),
    );
  }

  followUp<Type extends FollowUpStepType>(step: Type, told: ToldFollowUpStep<Type>): Promise<Outcome> {
    return this.#send((runner, context) =>
      new RecordFollowUpStepHandler(runner).execute(new RecordFollowUpStepCommand(step, told, context)),
    );
  }

  relate(told: RecordRelationData): Promise<Outcome> {
    return this.#send((runner, context) =>
      new RecordRelationHandler(runner).execute(new RecordRelationCommand(told, context)),
    );
  }

  endRelation(told: EndRelationData): Promise<Outcome> {
    return this.#send((runner, context) =>
      new EndRelationHandler(runner).execute(new EndRelationCommand(told, context)),
    );
  }

  /** All that was recorded, as it read when it was. */
  get log(): readonly Recorded[] {
    for (const event of this.store.all.slice(this.#seen.length)) this.#seen.push(codec.decode(event));
    return this.#seen;
  }

  /** The same as it stands in the log now. */
  get logNow(): readonly Recorded[] {
    return this.store.all.map((event) => codec.decode(event));
  }

  eventsOf(stream: 'case' | 'coordination', type: string): readonly Recorded[] {
    return this.log.filter((event) => event.stream.startsWith(`${stream}-`) && event.type === type);
  }

  readonly coordinationStream = coordinationStream(tenant, subjectId);

  readonly #meetings: MeetingsOfCases = {
    at: async (of, meetingId, caseId) => {
      const treated = this.#treated.get(`${meetingId} ${caseId}`);
      if (treated === undefined) return noMeetings.at(of, meetingId, caseId);
      const { heldOn, treatment } = treated;
      return { answer: { kind: 'BOARD', putOn: heldOn, heldOn, treatment, approvedOn: heldOn }, basis: [] };
    },
  };

  /** Twice, as an impatient client does: the same answer, and nothing recorded by the second (inv. 19). */
  async #send(command: Sent): Promise<Outcome> {
    this.#commands += 1;
    const context = this.#context(`command ${this.#commands}`);
    const [first, second] = this.#commands % 2 === 0 ? this.#processes : this.#processes.toReversed();
    if (first === undefined || second === undefined) throw new Error('no process');
    const answer = await outcomeOf(command(first, context));
    const recorded = this.store.all.length;
    const again = await outcomeOf(command(second, context));
    expect(withoutData(again)).toEqual(withoutData(answer));
    expect(this.store.all.length).toBe(recorded);
    return answer;
  }

  #context(key: string): CommandContext {
    return {
      commandId: derivedId('model', key),
      correlationId: key,
      municipality: tenant,
      actor: { partyId: 'party-1', role: 'CASEWORKER' },
      at: `${this.today}T09:00:00.000Z`,
      today: this.today,
    };
  }
}

async function outcomeOf(answer: Promise<Answer>): Promise<Outcome> {
  try {
    const { receipt, ...made } = await answer;
    return { events: receipt.events, ids: made as unknown as Readonly<Record<string, string>> };
  } catch (error) {
    if (error instanceof Rejection) return { refused: error.code };
    if (error instanceof InvalidFact) return { refused: 'invalid' };
    throw error;
  }
}

const withoutData = (outcome: Outcome) =>
  'refused' in outcome ? outcome : { ids: outcome.events.map(({ id }) => id) };
