import { Inject, Injectable } from '@nestjs/common';
import type { Mergers } from '#projections/staff/mergers';
import { mergersIn } from '#projections/staff/queries';
import { ApiParts } from '../api-parts.js';
import { Remembered } from '../reading/remembered.js';

/** A party that goes on as another, or does not any more (null), as an event at this position says. */
export interface ToldMerger {
  readonly partyId: string;
  readonly into: string | null;
  readonly position: bigint;
}

/** So long what this process recorded is held to, where the read model does not come. */
const patienceMs = 10_000;

/** Which registrations of parties went into which others: at once what this process recorded, and what another did once the projector has told of it. */
@Injectable()
export class KnownMergers {
  readonly #remembered: Remembered<Mergers>;
  /** By tenant and party, what the rows may not hold yet. */
  readonly #told = new Map<string, Map<string, ToldMerger>>();

  constructor(
    @Inject(ApiParts) private readonly parts: Pick<ApiParts, 'reader' | 'readPositions' | 'logId'>,
  ) {
    const { reader, readPositions } = parts;
    this.#remembered = new Remembered(readPositions, 'staff', (tenant) => mergersIn(reader, tenant));
  }

  async of(tenant: string): Promise<Mergers> {
    const known = await this.#remembered.of(tenant);
    const told = this.#told.get(tenant);
    if (told === undefined) return known;
    const merged = new Map(known);
    for (const { partyId, into } of told.values()) {
      if (into === null) merged.delete(partyId);
      else merged.set(partyId, into);
    }
    return merged;
  }

  /** Hears of what was recorded here. */
  tell(tenant: string, merger: ToldMerger): void {
    const told = this.#told.get(tenant) ?? new Map<string, ToldMerger>();
    this.#told.set(tenant, told.set(merger.partyId, merger));
    const { logId, readPositions } = this.parts;
    const forget = () => {
      if (told.get(merger.partyId) === merger) told.delete(merger.partyId);
    };
    // From then on the rows tell, and with them what another process has recorded since.
    readPositions.waitFor(['staff'], { logId, position: merger.position }, patienceMs).then(forget, forget);
  }
}
