import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseEvents } from '#casework';
import { ReviseCaseEventCommand } from '#casework/application/index';
import { coordinationEvents } from '#coordination';
import { ReviseCoordinationEventCommand } from '#coordination/application/index';
import {
  type CommandContext,
  CommandRunner,
  type Events,
  readingOf,
  type Revision,
  streamName,
} from '#event-sourcing';
import { meetingEvents } from '#meeting';
import { ReviseMeetingEventCommand } from '#meeting/application/index';
import { subjectEvents, subjectOf } from '#subject';
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
  meeting: [
    {
      events: meetingEvents,
      revise: (meetingId, revision, context) =>
        new ReviseMeetingEventCommand({ ...revision, meetingId }, context),
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
    const { municipality } = context;
    // What was recorded of a registration that was merged is the survivor's.
    const ids = of === 'subject' ? (await subjectOf(this.runner, municipality, id)).registrations : [id];
    for (const one of [id, ...ids.filter((other) => other !== id)]) {
      const place = await this.placeIn(municipality, one, revision.eventId, places[of]);
      if (place) return this.bus.execute(place.revise(one, revision, context));
    }
    const last: Place | undefined = places[of].at(-1);
    return this.bus.execute((last ?? places[of][0]).revise(id, revision, context));
  }

  private async placeIn(
    tenant: string,
    id: string,
    eventId: string,
    among: readonly Place[],
  ): Promise<Place | undefined> {
    for (const place of among) {
      const { history } = await this.runner.look(
        readingOf(place.events),
        streamName(place.events.category, tenant, id),
      );
      if (history.some((event) => event.id === eventId)) return place;
    }
    return undefined;
  }
}
