import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseEvents } from '#casework';
import { AnnulCaseEventCommand, CorrectCaseEventCommand } from '#casework/application/index';
import { coordinationEvents } from '#coordination';
import {
  AnnulCoordinationEventCommand,
  CorrectCoordinationEventCommand,
} from '#coordination/application/index';
import {
  type CommandContext,
  CommandRunner,
  type Events,
  type RecordedInErrorReason,
  streamName,
} from '#event-sourcing';
import { subjectEvents } from '#subject';
import { AnnulSubjectEventCommand, CorrectSubjectEventCommand } from '#subject/application/index';
import type { Done } from '../commands/commands.js';

interface Entry {
  readonly eventId: string;
  readonly reason: string;
}
type Changed = Entry & { readonly changed: Readonly<Record<string, unknown>> };
type InError = Entry & { readonly reasonCode: RecordedInErrorReason };

/** A stream in which an event may stand, and who puts it right there. */
interface Place {
  readonly events: Events;
  readonly correct: (id: string, told: Changed, context: CommandContext) => Command<Done>;
  readonly annul: (id: string, told: InError, context: CommandContext) => Command<Done>;
}

type Places = readonly [Place, ...Place[]];

/** By what a stream is of. The last of them takes an event that stands in none, and says so. */
const places = {
  case: [
    {
      events: caseEvents,
      correct: (caseId, told, context) => new CorrectCaseEventCommand({ caseId, ...told }, context),
      annul: (caseId, told, context) => new AnnulCaseEventCommand({ caseId, ...told }, context),
    },
  ],
  subject: [
    {
      events: subjectEvents,
      correct: (subjectId, told, context) => new CorrectSubjectEventCommand({ subjectId, ...told }, context),
      annul: (subjectId, told, context) => new AnnulSubjectEventCommand({ subjectId, ...told }, context),
    },
    {
      events: coordinationEvents,
      correct: (subjectId, told, context) =>
        new CorrectCoordinationEventCommand({ subjectId, ...told }, context),
      annul: (subjectId, told, context) => new AnnulCoordinationEventCommand({ subjectId, ...told }, context),
    },
  ],
} satisfies Readonly<Record<string, Places>>;

/** Corrects or annuls an event, in whichever stream of the case or person it stands. */
export class ReviseEventCommand extends Command<Done> {
  constructor(
    readonly of: keyof typeof places,
    readonly id: string,
    readonly revision: Changed | InError,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseEventCommand)
export class ReviseEventHandler implements ICommandHandler<ReviseEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly bus: CommandBus,
  ) {}

  async execute({ of, id, revision, context }: ReviseEventCommand): Promise<Done> {
    const { correct, annul } = await this.placeOf(revision.eventId, places[of], ({ category }) =>
      streamName(category, context.municipality, id),
    );
    const command = 'changed' in revision ? correct(id, revision, context) : annul(id, revision, context);
    return this.bus.execute(command);
  }

  private async placeOf(
    eventId: string,
    [first, ...others]: Places,
    streamOf: (events: Events) => string,
  ): Promise<Place> {
    let place = first;
    for (const next of others) {
      const { events } = place;
      const reading = { events, initialState: undefined, evolve: () => undefined };
      const { history } = await this.runner.look(reading, streamOf(events));
      if (history.some(({ id }) => id === eventId)) return place;
      place = next;
    }
    return place;
  }
}
