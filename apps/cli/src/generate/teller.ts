import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Command, CommandBus, CqrsModule } from '@nestjs/cqrs';
import { caseIsKnown } from '#casework';
import { caseworkHandlers, MeetingsOfCases, RestingOnCases } from '#casework/application/index';
import { restingOnCases, standingForSubjects } from '#coordination';
import { setAside } from '#casework/reactors/set-aside';
import { complaintsThatSetAside } from '#complaint';
import { complaintHandlers } from '#complaint/application/index';
import { complaintDeadlines } from '#complaint/reactors/deadlines';
import { competenceHandlers } from '#competence/application/index';
import { coordinationHandlers } from '#coordination/application/index';
import { crisisPlanHandlers } from '#crisis-plan/application/index';
import { coordinatorGap } from '#coordination/reactors/coordinator-gap';
import { CasesOfEnquiries, enquiryHandlers } from '#enquiry/application/index';
import { type CommandContext, CommandRunner, type Reactor, type Recorded } from '#event-sourcing';
import { followUpHandlers } from '#follow-up/application/index';
import { meetingsOfCases } from '#meeting';
import { meetingHandlers } from '#meeting/application/index';
import { ActsOnDelegations, municipalityHandlers } from '#municipality/application/index';
import {
  CaseNumbers,
  MessageIds,
  type ClaimRequest,
  Disposals,
  type GivenNumber,
  IdentityClaims,
  Keys,
  Parties,
  RequestClaims,
} from '#personal-data';
import { planHandlers } from '#plan/application/index';
import { StandingForSubjects, subjectHandlers } from '#subject/application/index';
import type { NumbersOfPart } from './case-numbers.js';
import { type Entry, Journal } from './journal.js';
import { PassingDeadlines } from './passing-deadlines.js';

@Module({})
class Telling {}

/** What follows from a complaint: by when it is to be handled, and that the case is sent back. Each of a life is handled, so that no day has to tell that one was not. */
const ofComplaints = [complaintDeadlines(() => Promise.resolve([])), setAside(complaintsThatSetAside)];

/**
 * Gives the product's own commands to its own handlers, over streams in memory. Who left a gap is noticed at once, and deadlines are noted, as the reactors do;
 * no decision here loses what rests on it, so that the other one would find nothing.
 */
export class Teller {
  private readonly journal = new Journal();
  private readonly runner = this.journal as unknown as CommandRunner;
  private readonly deadlines = new PassingDeadlines(this.runner);
  private claimed: ClaimRequest[] = [];
  private recorded: Entry[] = [];
  private bus!: CommandBus;

  private constructor(private readonly numbers: NumbersOfPart) {}

  static async open(numbers: NumbersOfPart): Promise<Teller> {
    const teller = new Teller(numbers);
    teller.bus = await teller.handlers();
    return teller;
  }

  private async handlers(): Promise<CommandBus> {
    const given = (provide: unknown, useValue: object) => ({ provide: provide as string, useValue });
    const app = await NestFactory.createApplicationContext(
      {
        module: Telling,
        imports: [CqrsModule.forRoot()],
        providers: [
          ...caseworkHandlers,
          ...competenceHandlers,
          ...complaintHandlers,
          ...coordinationHandlers,
          ...crisisPlanHandlers,
          ...enquiryHandlers,
          ...followUpHandlers,
          ...meetingHandlers,
          ...municipalityHandlers,
          ...planHandlers,
          ...subjectHandlers,
          given(CommandRunner, this.runner),
          given(MeetingsOfCases, meetingsOfCases(this.runner)),
          given(ActsOnDelegations, { of: () => Promise.resolve([]) }),
          given(RestingOnCases, restingOnCases(this.runner)),
          given(CasesOfEnquiries, {
            isKnown: (tenant: string, caseId: string) => caseIsKnown(this.runner, tenant, caseId),
          }),
          given(StandingForSubjects, standingForSubjects(this.runner)),
          // Nothing is sealed yet, and every number is new.
          given(Keys, { open: () => Promise.resolve([]), bodyMac: () => Promise.resolve('') }),
          given(Disposals, {}),
          // Nobody here has a login, and nobody is registered twice.
          given(Parties, { whileNoneMerge: <T>(_: string, work: () => Promise<T>) => work() }),
          given(RequestClaims, { claim: () => Promise.resolve(), release: () => Promise.resolve() }),
          given(CaseNumbers, this.numbers),
          given(MessageIds, { idOf: (_: string, messageId: string) => messageId }),
          given(IdentityClaims, {
            exclusively: <T>(_: unknown, work: () => Promise<T>) => work(),
            find: () => Promise.resolve(undefined),
            claim: (request: ClaimRequest) => Promise.resolve(this.claimed.push(request)),
          }),
        ],
      },
      { logger: false, abortOnError: false },
    );
    await app.init();
    return app.get(CommandBus);
  }

  async tell<R>(command: Command<R>, context: CommandContext): Promise<R> {
    await this.pass(context.today);
    const answer = await this.bus.execute(command);
    await this.react(context);
    return answer;
  }

  /** What was recorded and claimed since the last time; nobody looks at the lives of it any more. */
  take(): {
    readonly entries: readonly Entry[];
    readonly claims: readonly ClaimRequest[];
    readonly numbers: readonly GivenNumber[];
  } {
    const taken = { entries: this.recorded, claims: this.claimed, numbers: this.numbers.take() };
    this.recorded = [];
    this.claimed = [];
    this.journal.forget(taken.entries.map(({ stream }) => stream).filter((stream) => !isOfTown(stream)));
    return taken;
  }

  /** Notes what passed before a day; all that runs where no day is told, since nothing more comes of it. */
  async pass(before?: string): Promise<void> {
    await this.deadlines.begin(before);
    this.recorded.push(...this.journal.take());
  }

  private async followComplaint(event: Recorded, clock: Parameters<Reactor['react']>[2]): Promise<void> {
    for (const reactor of ofComplaints) {
      if (reactor.passesOver?.has(event.type) !== true) await reactor.react(event, this.runner, clock);
    }
  }

  private async react({ at, today }: CommandContext): Promise<void> {
    const clock = { at: () => at, today: () => today };
    for (let entries = this.journal.take(); entries.length > 0; entries = this.journal.take()) {
      this.recorded.push(...entries);
      for (const { stream, drafts } of entries) {
        for (const event of drafts) {
          if (stream.startsWith('coordination-')) await coordinatorGap.react(event, this.runner, clock);
          if (stream.startsWith('complaint-')) await this.followComplaint(event, clock);
          if (stream.startsWith('case-')) await this.deadlines.heard(event, at, today);
        }
      }
    }
  }
}

/** Profile, units, staff, board and delegations, to which every life looks. */
const isOfTown = (stream: string) =>
  ['municipality-', 'unit-', 'party-', 'board-', 'organisation-'].some((begins) => stream.startsWith(begins));
