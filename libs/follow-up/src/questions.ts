import { type Answered, type CommandRunner, streamName } from '#event-sourcing';
import { subjectOf } from '#subject';
import { followUpDecider } from './domain/decide.js';
import { followUpEvents } from './domain/events.js';
import type { Meeting } from './domain/follow-up.js';

export const followUpStream = (tenant: string, subjectId: string) =>
  streamName(followUpEvents.category, tenant, subjectId);

/** The streams of every registration of a person. */
export async function followUpStreams(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
): Promise<readonly string[]> {
  const { registrations } = await subjectOf(log, tenant, subjectId);
  return registrations.map((id) => followUpStream(tenant, id));
}

/** Under which registration of a person something stands that a step names by id; undefined where it stands under none. */
export async function keptUnder(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  registrations: readonly string[],
  {
    meetingId,
    promiseId,
    insightId,
    reviewId,
  }: Readonly<Partial<Record<'meetingId' | 'promiseId' | 'insightId' | 'reviewId', unknown>>>,
): Promise<string | undefined> {
  for (const subjectId of registrations) {
    const { state } = await log.look(followUpDecider, followUpStream(tenant, subjectId));
    const has = (ids: object, id: unknown) => typeof id === 'string' && Object.hasOwn(ids, id);
    const isHere = has(state.meetings, meetingId) || has(state.promises, promiseId);
    if (isHere || has(state.insights, insightId) || has(state.insightReviews, reviewId)) return subjectId;
  }
  return undefined;
}

/** The meeting around a person under that id, under whatever registration; undefined where there is none. */
export async function aroundMeetingOf(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  meetingId: string,
): Promise<Answered<Meeting | undefined>> {
  const streams = await followUpStreams(log, tenant, subjectId);
  const looks = await Promise.all(streams.map((stream) => log.look(followUpDecider, stream)));
  const found = looks.find(({ state }) => Object.hasOwn(state.meetings, meetingId));
  return { answer: found?.state.meetings[meetingId], basis: looks.flatMap(({ basis }) => basis) };
}
