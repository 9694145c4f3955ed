import { Controller, Get, Header, HttpCode, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { StoreUnavailable } from '#event-sourcing';
import { isFollowing } from '#projecting';
import type { Engine } from './engine.js';

export const EngineToken = Symbol('Engine');

/** Whether the process lives, whether the read models are current, and figures for a monitor. */
@Controller()
export class HealthController {
  private readonly registry = new Registry();
  private readonly lagSeconds = this.gauge(
    'samspor_projection_lag_seconds',
    'How long the rows have not been current',
  );
  private readonly lagBytes = this.gauge('samspor_projection_lag_bytes', 'Bytes of log not taken in');
  private readonly halted = this.gauge('samspor_projection_halted', '1 while a projection is halted');
  private readonly setAside = new Gauge({
    name: 'samspor_streams_set_aside',
    help: 'Streams that are set aside and wait for an operator',
    registers: [this.registry],
  });
  private readonly findings = new Gauge({
    name: 'samspor_audit_findings',
    help: 'What the auditor found changed by something else than the projector',
    registers: [this.registry],
  });
  private readonly auditAge = new Gauge({
    name: 'samspor_audit_age_seconds',
    help: 'How long ago the last audit ended',
    registers: [this.registry],
  });
  private readonly failing = new Gauge({
    name: 'samspor_reactor_failing',
    help: '1 while a reactor fails',
    labelNames: ['reactor'],
    registers: [this.registry],
  });

  constructor(@Inject(EngineToken) private readonly engine: Engine) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @HttpCode(200)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    let message = 'The event store or the database does not answer';
    const projections = await this.engine.projections().catch((error: unknown) => {
      if (error instanceof StoreUnavailable) message = error.message;
      return undefined;
    });
    const reactors = this.engine.reactors();
    const setAside = await this.setAsideStreams();
    const audit = await this.lastAudit();
    const isReady =
      projections?.every(isFollowing) === true && reactors.every(({ state }) => state !== 'FAILING');
    const isImpaired =
      !!setAside?.length || !!audit?.findings.length || reactors.some((one) => one.isImpaired);
    reply.status(isReady ? 200 : 503);
    return {
      status: !isReady ? 'not-ready' : isImpaired ? 'impaired' : 'ready',
      role: this.engine.role(),
      ...(projections === undefined ? { message } : { projections: projections.map(asJson) }),
      setAside: (setAside ?? []).map(({ stream, message }) => ({ stream, message })),
      audit: audit ?? null,
      reactors: reactors.map(asJson),
    };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    const projections = await this.projections();
    // A figure that is not known is absent: the last one would look like all is well.
    for (const gauge of [this.lagSeconds, this.lagBytes, this.halted, this.failing]) gauge.reset();
    this.setAside.remove();
    const setAside = await this.setAsideStreams();
    if (setAside) this.setAside.set(setAside.length);
    this.findings.remove();
    this.auditAge.remove();
    const audit = await this.lastAudit();
    if (audit) {
      this.findings.set(audit.findings.length);
      this.auditAge.set(Math.max(0, Date.now() - Date.parse(audit.endedAt)) / 1000);
    }
    for (const { name, state, lagSeconds, lagBytes } of projections ?? []) {
      this.halted.set({ projection: name }, state === 'HALTED' ? 1 : 0);
      if (lagSeconds !== undefined) this.lagSeconds.set({ projection: name }, lagSeconds);
      if (lagBytes !== undefined) this.lagBytes.set({ projection: name }, Number(lagBytes));
    }
    for (const { name, state } of this.engine.reactors()) {
      this.failing.set({ reactor: name }, state === 'FAILING' ? 1 : 0);
    }
    return this.registry.metrics();
  }

  /** Undefined where they cannot be known. */
  private projections() {
    return this.engine.projections().catch(() => undefined);
  }

  private setAsideStreams() {
    return this.engine.setAside().catch(() => undefined);
  }

  private lastAudit() {
    return this.engine.audit().catch(() => undefined);
  }

  private gauge(name: string, help: string) {
    return new Gauge({ name, help, labelNames: ['projection'], registers: [this.registry] });
  }
}

/** Positions are beyond what JSON numbers hold. */
const asJson = (status: object) =>
  Object.fromEntries(
    Object.entries(status).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'bigint' ? String(value) : value,
    ]),
  );
