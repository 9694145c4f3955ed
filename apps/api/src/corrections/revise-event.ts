import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseEvents } from '#casework';
import { ReviseCaseEventCommand } from '#casework/application/index';
import { coordinationEvents } from '#coordination';
import { ReviseCoordinationEventCommand } from '#coordination/application/index';
import { type CommandContext, CommandRunner, type Events, type Revision, streamName } from '#event-sourcing';
import { subjectEvents } from '#subject';
import { ReviseSubjectEventCommand } from '#subject/application/index';
import type { Done } from '../commands/commands.js';

/** A stream in which an event may stand, and who puts it right there. */
interface Place {
  readonly events: Events;
  readonly revise: (id: string, revision: Revision, context: CommandContext) => Command<Done>;
}
type Places = readonly [Place, ...Place[]];

/** By what a stream is of. The last of them takes an event that stands in none, and says so. */
const places = {
  case: [
    {
      events: caseEvents,
      revise: (caseId, revision, context) => new ReviseCaseEventCommand({ ...revision, caseId }, context),
    },
  ],
  subject: [
    {
      events: subjectEvents,
      revise: (subjectId, revision, context) =>
        new ReviseSubjectEventCommand({ ...revision, subjectId }, context),
    },
    {
      events: coordinationEvents,
      revise: (subjectId, revision, context) =>
        new ReviseCoordinationEventCommand({ ...revision, subjectId }, context),
    },
  ],
} satisfies Readonly<Record<string, Places>>;

/** Corrects or annuls an event, in whichever stream of the case or person it stands. */
export class ReviseEventCommand extends Command<Done> {
  constructor(
    readonly of: keyof typeof places,
    readonly id: string,
    readonly revision: Revision,
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
    const { revise } = await this.placeOf(revision.eventId, places[of], ({ category }) =>
      streamName(category, context.municipality, id),
    );
    return this.bus.execute(revise(id, revision, context));
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
