import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { canonical, type CommandContext, commandIdOf, type Receipt } from '#event-sourcing';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { standingIn } from '../auth/login.js';
import { Logins, needsOne } from '../auth/logins.js';
import { Clock } from '#apps/clock';
import { Problem } from '../problems/problem.js';
import type { Exchange } from './exchange.js';
import { etagOf, idempotencyKeyIn, ifMatchIn } from './request-headers.js';

/** What every command's handler gives back, beside ids of its own. */
export interface Done {
  readonly receipt: Receipt;
}

/** The handler's ids, and what every command answers with. */
export type Answer<R extends Done> = Omit<R, 'receipt'> & {
  readonly events: { eventId: string; type: string }[];
  readonly readAfter: string;
};

/** Sends commands on behalf of a request and tells the answer's headers what came of it. */
@Injectable()
export class Commands {
  /** What is under way that begins something, by what was asked. */
  private readonly beginning = new Map<string, Promise<unknown>>();

  constructor(
    private readonly bus: CommandBus,
    private readonly logins: Logins,
    private readonly clock: Clock,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** The circumstances of the request's command; the login is registered as a party first, if this is its first command. */
  async contextOf(request: ApiRequest): Promise<CommandContext> {
    this.parts.hindrances.assertRecordable();
    const municipality = oneTenant(request.tenants);
    const key = idempotencyKeyIn(request.headers);
    const ifMatch = ifMatchIn(request.headers);
    const at = this.clock.now();
    const today = this.clock.dayOf(at);
    const partyId = await this.logins.registered(request, municipality, { at, today });
    const [unit] = standingIn(request.login, municipality).units;
    const { method, url } = request;
    const path = url.split('?')[0] ?? '';
    return {
      ...(key === undefined
        ? { commandId: randomUUID(), unrepeatable: true }
        : { commandId: commandIdOf({ tenant: municipality, partyId, method, path, idempotencyKey: key }) }),
      correlationId: request.id,
      municipality,
      actor: { partyId, role: request.role, ...(unit !== undefined && { unit }) },
      at,
      today,
      ...(request.body !== undefined && { body: canonicalBody(request.body) }),
      ...(ifMatch !== undefined && { ifMatch }),
    };
  }

  /** Runs one command and sets the answer's status and ETag: 201 when it recorded something, also at a repeat of it. */
  async run<R extends Done>(
    exchange: Exchange,
    make: (context: CommandContext) => Command<R>,
  ): Promise<Answer<R>> {
    return this.answer(exchange, await this.send(make(await this.contextOf(exchange.request))));
  }

  /** The same for what begins something: an equal one that is under way, in any process and without a key either, is the same command: a double click. */
  async begin<R extends Done>(
    exchange: Exchange,
    make: (context: CommandContext) => Command<R>,
  ): Promise<Answer<R>> {
    return this.answer(exchange, await this.begun(exchange, await this.contextOf(exchange.request), make));
  }

  private begun<R extends Done>(
    { request: { method, url } }: Exchange,
    context: CommandContext,
    make: (context: CommandContext) => Command<R>,
  ): Promise<R> {
    const { municipality, actor, body = '', unrepeatable, ifMatch } = context;
    if (unrepeatable === undefined || ifMatch !== undefined) return this.send(make(context));
    const said = JSON.stringify([municipality, actor.partyId, method, url, body]);
    const equal = createHash('sha256').update(said).digest('base64');
    const underWay = this.beginning.get(equal) as Promise<R> | undefined;
    if (underWay) return underWay;
    const mine = this.alone(said, context, make).finally(() => this.beginning.delete(equal));
    this.beginning.set(equal, mine);
    return mine;
  }

  /** Where there are other processes it may be under way in one of them, and then repeats what that one does. */
  private alone<R extends Done>(
    said: string,
    context: CommandContext,
    make: (context: CommandContext) => Command<R>,
  ): Promise<R> {
    if (this.parts.soleWriter) return this.send(make(context));
    const { unrepeatable: _, ...repeatable } = context;
    const beginning = { tenant: context.municipality, said, commandId: context.commandId };
    return this.parts.vault.beginnings.as(beginning, (commandId) =>
      this.send(make({ ...repeatable, commandId })),
    );
  }

  answer<R extends Done>({ reply }: Exchange, { receipt, ...ids }: R): Answer<R> {
    reply.code(receipt.events.length > 0 ? 201 : 200);
    if (receipt.revision >= 0n) reply.header('ETag', etagOf(receipt.revision));
    const events = receipt.events.map(({ id, type }) => ({ eventId: id, type }));
    return { ...ids, events, readAfter: this.readAfter(receipt) };
  }

  send<R>(command: Command<R>): Promise<R> {
    return this.bus.execute(command);
  }

  /** Give it to a query to read at least this far. */
  readAfter({ position }: Pick<Receipt, 'position'>): string {
    return this.parts.positions.textOf({ logId: this.parts.logId, position });
  }
}

function oneTenant(tenants: readonly string[]): string {
  const [tenant] = tenants;
  if (tenant !== undefined && tenants.length === 1) return tenant;
  throw needsOne();
}

/** The raw body, before anything was made of it: a repeat is the same JSON, whatever its spaces and order of fields. */
function canonicalBody(body: unknown): string {
  try {
    return canonical(body as never);
  } catch {
    throw new Problem('invalid-body.unkeepable');
  }
}
