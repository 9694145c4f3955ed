import { Injectable } from '@nestjs/common';
import { type RecordKind, recordStream } from '#competence';
import {
  type CompetenceStepType,
  RecordCompetenceStepCommand,
  ReviseCompetenceEventCommand,
  type ToldCompetenceStep,
} from '#competence/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { oneOf, page } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import type { PlainTrailQuery } from '../trail/trail.page-query.js';
import { type CorrectionBody, revisionOf } from '../validation/correction.body.js';

/** One of the unit's own records. */
interface Of {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A line without whom it is about, where that is nobody. */
export function aboutNobody<Line extends { readonly subject: unknown }>(line: Line): Omit<Line, 'subject'> {
  const { subject: _, ...rest } = line;
  return rest;
}

export const trailAnswer = page({ language: oneOf(['nb', 'nn']), entries: entriesShape });

/** Writes the unit's own records on behalf of a request, puts them right, and tells their history. */
@Injectable()
export class CompetenceRecords {
  constructor(
    private readonly commands: Commands,
    private readonly trails: RecordTrails,
  ) {}

  record<Type extends CompetenceStepType>(exchange: Exchange, step: Type, told: ToldCompetenceStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordCompetenceStepCommand(step, told, context));
  }

  correct(exchange: Exchange, of: Of, body: CorrectionBody) {
    const revision = revisionOf(body);
    return this.commands.run(exchange, (context) => new ReviseCompetenceEventCommand(of, revision, context));
  }

  trail(exchange: Exchange, { kind, id }: Of, query: PlainTrailQuery) {
    const tenant = tenantOf(exchange.request);
    const streamFor = () => recordStream(tenant, kind, id);
    return this.trails.page(exchange, tenant, query, { models: [], streamFor });
  }
}
