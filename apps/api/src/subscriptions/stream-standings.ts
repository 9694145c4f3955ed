import { Inject, Injectable } from '@nestjs/common';
import { type EventStream, publicStream, readerOf } from '#subscription';
import { ApiParts } from '../api-parts.js';
import { date, instant, integer, object, orNull, text } from '../reading/shape.js';

/** `stream` is its name in the event store, `login` the one that may read it there once an operator has made it. */
export const streamShape = object({
  streamId: text(),
  subscriptionId: text(),
  stream: text(),
  login: text(),
  openedOn: date(),
  closedOn: orNull(date()),
  written: integer(),
  lastRecordedAt: orNull(instant()),
});

/** What stands in the streams that subscriptions have. */
@Injectable()
export class StreamStandings {
  constructor(@Inject(ApiParts) private readonly parts: ApiParts) {}

  of(tenant: string, streams: readonly EventStream[]) {
    return Promise.all(streams.map((one) => this.shown(tenant, one)));
  }

  private async shown(tenant: string, { closedOn, ...one }: EventStream) {
    const stream = publicStream(tenant, one.streamId);
    const last = await this.parts.store.last(stream);
    const time = last?.data['time'];
    return {
      ...one,
      stream,
      login: readerOf(one.streamId),
      closedOn: closedOn ?? null,
      written: last === undefined ? 0 : Number(last.revision) + 1,
      lastRecordedAt: typeof time === 'string' ? time : null,
    };
  }
}
