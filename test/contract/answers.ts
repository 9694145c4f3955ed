import {
  binaryEvent,
  BACKWARDS,
  END,
  ErrorType,
  FORWARDS,
  isCommandError,
  jsonEvent,
  START,
  type AllStreamRecordedEvent,
  type DeleteStreamOptions,
  type EventData,
  type EventStoreDBClient,
  type Position,
  type RecordedEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type {
  AppendStep,
  DeleteStep,
  Expected,
  MetadataStep,
  Names,
  RaceStep,
  ReadAllStep,
  ReadStep,
  ScenarioEvent,
  ScenarioEvents,
} from './scenario.js';

/** What a scenario is played with. */
export interface Stage {
  readonly client: EventStoreDBClient;
  readonly names: Names;
}

/** An error as it was recorded: its class, its type and its own fields; the message is not compared. */
export function errorAnswer(error: unknown, { names }: Stage): unknown {
  if (!(error instanceof Error)) return { error: String(error) };
  const fields = error as Error & Record<string, unknown>;
  const answer: Record<string, unknown> = { error: error.constructor.name };
  if (isCommandError(error)) answer['type'] = error.type;
  for (const name of [
    'streamName',
    'groupName',
    'expectedVersion',
    'actualVersion',
    'maxAppendSize',
    'code',
  ]) {
    const value = fields[name];
    if (value === undefined) continue;
    answer[name] = typeof value === 'number' ? value : names.plain(String(value as string | bigint));
  }
  return answer;
}

/** Runs an operation and answers with its error when it fails. */
export async function answered(stage: Stage, operation: () => Promise<unknown>): Promise<unknown> {
  try {
    return await operation();
  } catch (error) {
    return errorAnswer(error, stage);
  }
}

const revision = (expected: Expected | undefined): 'any' | 'no_stream' | 'stream_exists' | bigint =>
  typeof expected === 'number' ? BigInt(expected) : (expected ?? 'any');

/** The events of a step as the client wants them. */
export function eventData({ names }: Stage, events: ScenarioEvents): EventData[] {
  if ('many' in events) {
    return Array.from({ length: events.many }, (_, place) => {
      const [every, type] = events.typeEvery ?? [];
      const label = `m${place}`;
      const special = every !== undefined && type !== undefined && place % every === 0;
      return jsonEvent({ id: names.id(label), type: special ? type : 'T', data: { label } });
    });
  }
  return events.map((event) => oneEvent(names, event));
}

function oneEvent(names: Names, event: ScenarioEvent): EventData {
  if (typeof event === 'string') return jsonEvent({ id: names.id(event), type: 'T', data: { label: event } });
  const { id: label, type = 'T', metadata } = event;
  const common = { id: names.id(label), type, ...(metadata === undefined ? {} : { metadata }) };
  if (event.link) {
    const [stream, target] = event.link;
    return binaryEvent({ ...common, data: Buffer.from(`${target}@${names.stream(stream)}`) });
  }
  if (event.size !== undefined) return binaryEvent({ ...common, data: Buffer.alloc(event.size, 'x') });
  if (event.bytes !== undefined) return binaryEvent({ ...common, data: Buffer.from(event.bytes) });
  return jsonEvent({
    ...common,
    data: ('json' in event ? event.json : { label }) as Record<string, unknown>,
  });
}

export const append = (stage: Stage, step: AppendStep): Promise<unknown> =>
  answered(stage, async () => {
    const { success, nextExpectedRevision, position } = await stage.client.appendToStream(
      stage.names.stream(step.stream, step.exact),
      eventData(stage, step.events),
      {
        expectedRevision: revision(step.expect),
        ...(step.credentials ? { credentials: { username: 'admin', password: 'changeit' } } : {}),
      },
    );
    return {
      success,
      nextExpectedRevision: String(nextExpectedRevision),
      position: position === undefined ? 'none' : 'yes',
    };
  });

export const read = (stage: Stage, step: ReadStep): Promise<unknown> =>
  answered(stage, async () => {
    const answer: unknown[] = [];
    const events = stage.client.readStream(stage.names.stream(step.stream, step.exact), {
      direction: step.direction === 'backwards' ? BACKWARDS : FORWARDS,
      fromRevision: place(step.from),
      resolveLinkTos: step.resolve ?? false,
      ...(step.max === undefined ? {} : { maxCount: step.max }),
    });
    for await (const resolved of events) answer.push(readAnswer(stage, step, resolved));
    // Of a long list the recording keeps the length, and the last of the first dozen.
    return step.count ? { count: answer.length, last: answer.slice(0, 12).at(-1) } : answer;
  });

function readAnswer(stage: Stage, step: ReadStep, { event, link }: ResolvedEvent): unknown {
  if (step.resolve) {
    return { event: event ? line(stage, event) : null, ...(link ? { link: line(stage, link) } : {}) };
  }
  if (!event) return null;
  if (step.content) return { ...identity(stage, event), ...content(event) };
  return step.positions ? { ...identity(stage, event), position: positionAnswer(event) } : line(stage, event);
}

const place = (from: number | 'start' | 'end' | undefined): typeof START | typeof END | bigint =>
  typeof from === 'number' ? BigInt(from) : from === 'end' ? END : START;

/** `2:c`, with `@t` for another stream than `s` and the type when it is not `T`. */
export function line({ names }: Stage, event: RecordedEvent): string {
  const stream = names.plain(event.streamId);
  const at = stream === 's' ? '' : `@${stream}`;
  const type = event.type === 'T' ? '' : ` ${event.type}`;
  return `${Number(event.revision)}:${names.label(event.id)}${at}${type}`;
}

const identity = ({ names }: Stage, event: RecordedEvent): Record<string, unknown> => ({
  rev: Number(event.revision),
  id: names.label(event.id),
  stream: names.plain(event.streamId),
  type: event.type,
});

function content(event: RecordedEvent): Record<string, unknown> {
  const { data, metadata, isJson } = event;
  return {
    data: data instanceof Uint8Array ? { base64: Buffer.from(data).toString('base64') } : data,
    metadata: metadata ?? 'none',
    isJson,
  };
}

function positionAnswer(event: RecordedEvent): string {
  const { position } = event as AllStreamRecordedEvent;
  return position.commit === position.prepare ? 'commit = prepare' : 'commit ≠ prepare';
}

export const readAll = (stage: Stage, step: ReadAllStep): Promise<unknown> =>
  answered(stage, async () => {
    const from = step.fromEvent ? await positionOf(stage, step.fromEvent) : undefined;
    const events = stage.client.readAll({
      direction: step.direction === 'backwards' ? BACKWARDS : FORWARDS,
      fromPosition: from ?? (step.from === 'end' ? END : START),
      ...(step.max === undefined ? {} : { maxCount: step.max }),
    });
    const answer: unknown[] = [];
    let last: bigint | undefined;
    for await (const { event } of events) {
      if (!event || !stage.names.isOurs(event.streamId)) continue;
      const { commit } = event.position;
      if (last !== undefined && commit <= last === (step.direction !== 'backwards')) {
        throw new Error(`The positions in $all are not in order: ${commit} after ${last}`);
      }
      last = commit;
      answer.push(
        step.positions ? { ...identity(stage, event), position: positionAnswer(event) } : line(stage, event),
      );
    }
    return answer;
  });

export async function positionOf(
  { client, names }: Stage,
  [stream, at]: readonly [stream: string, revision: number],
): Promise<Position> {
  let position: Position | undefined;
  // Read to its end: the client waits at dispose for a read that was left early.
  for await (const { event } of client.readStream(names.stream(stream), {
    fromRevision: BigInt(at),
    maxCount: 1,
  })) {
    if (event) ({ position } = event as unknown as AllStreamRecordedEvent);
  }
  if (!position) throw new Error(`${stream} has no event at revision ${at}`);
  return position;
}

export const remove = (
  stage: Stage,
  { op, stream, expect }: Pick<DeleteStep, 'op' | 'stream' | 'expect'>,
): Promise<unknown> =>
  answered(stage, async () => {
    // The client's types do not know `stream_exists` here; what it does with it is part of the answers.
    const options = { expectedRevision: revision(expect) } as DeleteStreamOptions;
    const name = stage.names.stream(stream);
    const { position } =
      op === 'delete'
        ? await stage.client.deleteStream(name, options)
        : await stage.client.tombstoneStream(name, options);
    return { ok: true, position: position === undefined ? 'none' : 'yes' };
  });

export const metadata = (stage: Stage, step: MetadataStep): Promise<unknown> =>
  answered(stage, async () => {
    const stream = stage.names.stream(step.stream);
    if (step.op === 'setMetadata') {
      const { success, nextExpectedRevision } = await stage.client.setStreamMetadata(
        stream,
        step.metadata ?? {},
        {
          expectedRevision: revision(step.expect),
        },
      );
      return { success, nextExpectedRevision: String(nextExpectedRevision) };
    }
    const found = await stage.client.getStreamMetadata(stream);
    return {
      metadata: found.metadata ?? null,
      metastreamRevision: found.metastreamRevision === undefined ? 'none' : 'given',
      streamName: stage.names.plain(found.streamName),
    };
  });

/** Many appends of one event each at the same moment. */
export async function race(stage: Stage, step: RaceStep): Promise<unknown> {
  const results = await Promise.allSettled(
    Array.from({ length: step.writers }, (_, writer) =>
      stage.client.appendToStream(stage.names.stream(step.stream), eventData(stage, [`w${writer}`]), {
        expectedRevision: revision(step.expect),
      }),
    ),
  );
  const answer: Record<string, number> = {};
  for (const result of results) {
    const reason = result.status === 'rejected' ? (result.reason as Error) : undefined;
    const kind =
      result.status === 'fulfilled'
        ? 'won'
        : reason && isCommandError(reason)
          ? reason.type
          : ErrorType.UNKNOWN;
    answer[kind] = (answer[kind] ?? 0) + 1;
  }
  return answer;
}
