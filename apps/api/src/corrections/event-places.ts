import { Inject, Injectable } from '@nestjs/common';
import { subjectEvents, subjectStream } from '#subject';
import { ApiParts } from '../api-parts.js';

/** A person's events stand in two streams; a correction goes to the one that holds the event. */
@Injectable()
export class EventPlaces {
  constructor(@Inject(ApiParts) private readonly parts: ApiParts) {}

  async isOfRegistration(
    tenant: string,
    { subjectId, eventId }: { readonly subjectId: string; readonly eventId: string },
  ): Promise<boolean> {
    const { history } = await this.parts.runner.look(
      { events: subjectEvents, initialState: undefined, evolve: () => undefined },
      subjectStream(tenant, subjectId),
    );
    return history.some(({ id }) => id === eventId);
  }
}
