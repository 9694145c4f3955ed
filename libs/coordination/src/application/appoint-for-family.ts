import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, derivedId, type Receipt, Rejection } from '#event-sourcing';
import { Keys, RequestClaims } from '#personal-data';
import { decidesFor, relationsOf } from '#subject';
import { familyRefusals } from '../domain/family.js';
import { rehearseFor } from './deciding.js';
import {
  askingOf,
  RecordCoordinationStepCommand,
  RecordCoordinationStepHandler,
  type ToldStep,
} from './record-coordination-step.js';

const step = 'CoordinatorAppointed';
type Told = ToldStep<typeof step> & { readonly subjectId: string };

/** What is the same for every child, and what is each one's own. */
export interface FamilyAppointment {
  readonly coordinatorId: string;
  readonly unit?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly children: readonly Omit<Told, 'coordinatorId' | 'unit' | 'validFrom' | 'kind' | 'temporary'>[];
}

export interface FamilyAppointed {
  /** With what was recorded of all, at the position of whatever was recorded last. */
  readonly receipt: Receipt;
  readonly children: readonly { readonly subjectId: string; readonly appointmentId: string }[];
  /** Who is recorded as deciding for more than one of them. */
  readonly guardians: readonly { readonly partyId: string; readonly subjectIds: readonly string[] }[];
}

/** Appoints one child coordinator for several children of a family: she belongs to the family (pbrl § 2-5c). */
export class AppointForFamilyCommand extends Command<FamilyAppointed> {
  constructor(
    readonly data: FamilyAppointment,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Each child by a command of its own, whose id follows from this one's: nobody is appointed while any child's would be refused as things stand, and
 * a repeat goes on where an earlier run stopped, for the same children alone.
 */
@CommandHandler(AppointForFamilyCommand)
export class AppointForFamilyHandler implements ICommandHandler<AppointForFamilyCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(Keys) private readonly keys: Pick<Keys, 'open'>,
    @Inject(RequestClaims) private readonly claims: Pick<RequestClaims, 'claim' | 'release'>,
  ) {}

  async execute({ data, context }: AppointForFamilyCommand): Promise<FamilyAppointed> {
    const commands = commandsOf(data, context);
    const subjectIds = commands.map(({ told }) => told.subjectId);
    const recorded: { subjectId: string; appointmentId: string; receipt: Receipt }[] = [];
    await this.refuseAny(commands);
    await this.claims.claim(context, subjectIds);
    for (const [at, { told, context: own }] of commands.entries()) {
      const one = await this.named(at, commands.length, () =>
        new RecordCoordinationStepHandler(this.runner, this.keys).execute(
          new RecordCoordinationStepCommand(step, told, own),
        ),
      ).catch(async (error: unknown) => {
        // Refused since the rehearsal, and nothing is recorded.
        if (at === 0 && error instanceof Rejection) await this.claims.release(context, subjectIds);
        throw error;
      });
      recorded.push({ subjectId: told.subjectId, appointmentId: one.appointmentId, receipt: one.receipt });
    }
    const { municipality: tenant, today } = context;
    return {
      receipt: together(recorded.map(({ receipt }) => receipt)),
      children: recorded.map(({ subjectId, appointmentId }) => ({ subjectId, appointmentId })),
      guardians: await this.guardians(tenant, subjectIds, today),
    };
  }

  /** Before anything is recorded, whatever can be known by then. */
  private async refuseAny(commands: readonly OneChild[]): Promise<void> {
    const { runner, keys } = this;
    const streams = new Set<string>();
    for (const [at, { told, context }] of commands.entries()) {
      const { whose, ask } = askingOf({ runner, keys }, { step, told, context });
      const stream = await this.named(
        at,
        commands.length,
        () => rehearseFor(runner, whose, context, ask),
        true,
      );
      familyRefusals.refuseIf(streams.has(stream), 'child-twice');
      streams.add(stream);
    }
  }

  /** A refusal says which child it is about. */
  private async named<T>(at: number, all: number, work: () => Promise<T>, isRehearsal = false): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const values = { n: String(at + 1), all: String(all), why: error.phrase };
      if (isRehearsal || at === 0) throw familyRefusals.refusal('child-refused', values, error.restsOn);
      throw familyRefusals.refusal('child-refused.after-others', values, error.restsOn);
    }
  }

  private async guardians(tenant: string, subjectIds: readonly string[], day: string) {
    const children = new Map<string, string[]>();
    for (const subjectId of subjectIds) {
      const { answer } = await relationsOf(this.runner, tenant, subjectId, day);
      for (const partyId of new Set(answer.filter(decidesFor).map((one) => one.partyId))) {
        children.set(partyId, [...(children.get(partyId) ?? []), subjectId]);
      }
    }
    return [...children]
      .filter(([, of]) => of.length > 1)
      .map(([partyId, of]) => ({ partyId, subjectIds: of }));
  }
}

/** Of several streams there is no one revision. */
const together = (receipts: readonly Receipt[]): Receipt => ({
  stream: '',
  revision: -1n,
  position: receipts.reduce((last, { position }) => (position > last ? position : last), 0n),
  events: receipts.flatMap(({ events }) => events),
  repeated: receipts.every(({ repeated }) => repeated),
});

interface OneChild {
  readonly told: Told;
  readonly context: CommandContext;
}

function commandsOf({ children, ...shared }: FamilyAppointment, context: CommandContext): OneChild[] {
  const { ifMatch: _, ...circumstances } = context;
  return children.map((child) => ({
    told: { ...shared, ...child, kind: 'CHILD', temporary: false },
    context: { ...circumstances, commandId: derivedId('family', context.commandId, child.subjectId) },
  }));
}
