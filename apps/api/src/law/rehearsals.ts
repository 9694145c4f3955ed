import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#apps/clock';
import type { ProposedVersion } from '#deadlines';
import { ApiParts } from '../api-parts.js';
import { adopting } from './adoption.js';
import { countsOf, rehearsed } from './rehearse.js';

/** Tries versions of rules on a municipality's cases, before they are adopted. */
@Injectable()
export class Rehearsals {
  constructor(
    private readonly clock: Clock,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** What it comes to; nobody is named. */
  async counted(tenant: string, proposed: ProposedVersion) {
    const found = await rehearsed(this.parts, { tenant, today: this.#today, proposed });
    return { casesRehearsed: found.lookedAt, leftOut: found.leftOut.length, ...countsOf(found) };
  }

  /** What is recorded of one that is adopted after a rehearsal was seen. */
  adopting(tenant: string, proposed: ProposedVersion, otherwise: number) {
    return adopting(this.parts, { tenant, today: this.#today, proposed, otherwise });
  }

  get #today(): string {
    return this.clock.dayOf(this.clock.now());
  }
}
