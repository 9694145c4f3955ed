import type { OpenedRecord } from '#apps/api/src/access-log/opened';
import { Problem } from '#apps/api/src/problems/problem';
import { type Decoder, effective, type EventStore, historyOf } from '#event-sourcing';
import { type AccessOutcome, type Disposed, isDisposed, type Vault } from '#personal-data';
import { behind, type Behind, toldCategories } from '#public-events';
import { subjectStream } from '#subject';
import { registered, type Registered } from './details-person.js';
import { Halted } from './follower.js';
import type { Grant } from './grants.js';
import type { Machine } from './tokens.js';

export interface DetailsParts {
  readonly store: Pick<EventStore, 'history'>;
  readonly decoder: Decoder;
  readonly vault: Pick<Vault, 'disclosure' | 'accessLog' | 'readers'>;
  readonly now: () => string;
}

/** Which event, as its subscriber got it, and in which request. */
export interface Fetch {
  readonly id: string;
  readonly subject: string;
  readonly route: string;
  readonly requestId: string;
}

/** What is answered: each of the two where the grant opens it. */
export interface Details {
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly texts?: Readonly<Record<string, unknown>>;
  /** Null where the person's address is protected. */
  readonly person?: {
    readonly personId: string;
    readonly givenName: string | Disposed | null;
    readonly familyName: string | Disposed | null;
    readonly identityNumber: string | Disposed | null;
  } | null;
}

const what: OpenedRecord = 'eventDetails';
const purpose = 'OTHER_SERVICE';
const viewerOf = ({ tenant, subscriptionId }: Machine) => ({
  tenants: [tenant],
  partyId: subscriptionId,
  roles: [],
  units: [],
});

/**
 * What stands behind a public event, for a grant that opens it (docs/adr/0078). Each fetch is in the access log before it is answered, those that
 * are refused too; where it cannot be written down, nothing is answered.
 */
export class DetailsDesk {
  constructor(private readonly parts: DetailsParts) {}

  /** Fails with the problem of what is not shown. `grantOf` gives the grant, or fails with why it does not hold. */
  async fetch(machine: Machine, fetch: Fetch, grantOf: () => Promise<Grant>): Promise<Details> {
    const noted = { isShown: false };
    try {
      const grant = await grantOf();
      if (grant.details.size === 0) throw new Problem('forbidden.details');
      const found = await this.find(machine.tenant, fetch, grant);
      return await this.open(machine, grant, found, async (subjectIds) => {
        await this.note(machine, fetch, 'SHOWN', subjectIds);
        noted.isShown = true;
      });
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && !noted.isShown) {
        await this.note(machine, fetch, error.status === 403 ? 'REFUSED' : 'NOT_FOUND', []);
      }
      throw error;
    }
  }

  /** In whichever of the streams of the subject the grant sees it. */
  private async find(tenant: string, { id, subject }: Fetch, { view }: Grant): Promise<Behind> {
    for (const category of toldCategories) {
      const found = behind(view, await this.history(`${category}-${tenant}.${subject}`), id);
      if (found !== undefined) return found;
    }
    throw new Problem('not-found.event');
  }

  private async open(
    machine: Machine,
    { details, name }: Grant,
    { texts, personId, ...event }: Behind,
    note: (subjectIds: readonly string[]) => Promise<void>,
  ): Promise<Details> {
    if (texts === undefined) throw new Problem('details-gone.in-error');
    const register = await this.registered(machine.tenant, personId);
    if (register.isDisposed) throw new Problem('details-gone.disposed');
    await this.keepName(machine, name);
    const [last = personId] = register.ids.slice(-1);
    const person = register.isProtected ? null : { personId: last, ...register.person };
    const found = await this.parts.vault.disclosure.disclose(
      viewerOf(machine),
      purpose,
      [...new Set([personId, ...register.ids])],
      () => ({
        ...event,
        ...(details.has('TEXTS') && { texts }),
        ...(details.has('PERSON') && { person }),
      }),
      note,
    );
    // The texts of an entry may have been disposed of alone.
    if (holdsDisposed(found)) throw new Problem('details-gone.disposed');
    return found;
  }

  private async registered(tenant: string, personId: string): Promise<Registered> {
    const standing = async (id: string) => effective(await this.history(subjectStream(tenant, id)));
    const found = await registered(personId, standing);
    if (found === undefined) throw new Problem('not-found.event');
    return found;
  }

  private async history(stream: string) {
    const { events, fault } = await historyOf(this.parts.store, stream, this.parts.decoder);
    if (fault !== undefined) throw new Halted(fault.message);
    return events;
  }

  /** What whoever looks at the access log sees in place of the subscriber's id. */
  private async keepName(machine: Machine, name: Grant['name']): Promise<void> {
    const { disclosure, readers } = this.parts.vault;
    const ask = () => ({ name });
    const { name: opened } = await disclosure.disclose(viewerOf(machine), purpose, () => [], ask, 'nobody');
    const { tenant, subscriptionId: partyId } = machine;
    if (!isDisposed(opened)) await readers.keep({ tenant, partyId }, opened);
  }

  private note(
    { tenant, subscriptionId }: Machine,
    { subject, route, requestId }: Fetch,
    outcome: AccessOutcome,
    subjectIds: readonly string[],
  ): Promise<void> {
    return this.parts.vault.accessLog.record({
      municipality: tenant,
      at: this.parts.now(),
      partyId: subscriptionId,
      role: 'SUBSCRIBER',
      units: [],
      purpose,
      what,
      route,
      recordId: subject,
      subjectIds,
      outcome,
      requestId,
    });
  }
}

function holdsDisposed(value: unknown): boolean {
  if (isDisposed(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsDisposed);
}
