import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { LRUCache } from 'lru-cache';
import { derivedId } from '#event-sourcing';
import { nameless, unknownCodeIn } from '#municipality';
import { RegisterPartyCommand } from '#municipality/application/index';
import { Clock } from '#apps/clock';
import { idsOf, type Role, type Viewer } from '#personal-data';
import { closeTo } from '#projections/relations/queries';
import { formerIdsOf } from '#projections/staff/mergers';
import { unitsLedBy } from '#projections/units/led';
import { unitsOf } from '#projections/units/queries';
import { units as unitList } from '#vocabulary';
import { ApiParts } from '../api-parts.js';
import { Problem } from '../problems/problem.js';
import { isCleanText } from '../validation/values.js';
import type { ApiRequest } from './authenticate.js';
import { KnownMergers } from './known-mergers.js';
import { standingIn } from './login.js';

const most = 10_000;
interface Now {
  readonly at: string;
  readonly today: string;
}
type Closeness = Pick<Viewer, 'tenants' | 'closeTo'>;
/** The id of nobody. */
const noParty = '';

/** From logins to parties: the opaque ids that events and queries know people by. */
@Injectable()
export class Logins {
  readonly #closeness = new WeakMap<ApiRequest, Promise<Closeness>>();
  readonly #registered = new LRUCache<string, Promise<unknown>>({ max: most });

  constructor(
    private readonly bus: CommandBus,
    @Inject(ApiParts) private readonly parts: ApiParts,
    private readonly clock: Clock,
    private readonly mergers: KnownMergers,
  ) {}

  /**
   * Who asks. Who sees own persons, own unit or own registrations is another party in each municipality: one is asked for then. Looking makes
   * nobody a party: who is none yet is nobody's coordinator.
   */
  async viewerOf(request: ApiRequest): Promise<Viewer> {
    const { login, tenants, roles } = request;
    const [tenant] = tenants;
    if (tenant === undefined || (seesOwn(roles) && tenants.length > 1)) throw needsOne();
    const { issuer, subject } = login;
    const { units } = tenants.length === 1 ? standingIn(login, tenant) : login;
    const partyId = (await this.parts.vault.parties.known({ tenant, issuer, subject })) ?? noParty;
    const ownSubjectId = roles.includes('SUBJECT') ? login.own?.[tenant] : undefined;
    if (ownSubjectId !== undefined) return { tenants, partyId, roles, units, ownSubjectId };
    const near = await this.closenessOf(request);
    const close = near.closeTo === undefined ? {} : { closeTo: near.closeTo };
    if (tenants.length > 1 || partyId === noParty) return { tenants, partyId, roles, units, ...close };
    const formerIds = formerIdsOf(await this.mergers.of(tenant), partyId);
    const viewer = { tenants, partyId, formerIds, roles, units, ...close };
    return roles.includes('UNIT_LEADER') ? { ...viewer, units: await this.#unitsOf(viewer) } : viewer;
  }

  /** Whom the login's party of each municipality is, or is close to; absent where that is nobody. Asked once a request. */
  closenessOf(request: ApiRequest): Promise<Closeness> {
    const known = this.#closeness.get(request) ?? this.#askCloseness(request);
    this.#closeness.set(request, known);
    return known;
  }

  async #askCloseness({ login: { issuer, subject }, tenants }: ApiRequest): Promise<Closeness> {
    const own = await Promise.all(
      tenants.map(async (tenant) => {
        const partyId = await this.parts.vault.parties.known({ tenant, issuer, subject });
        return partyId === undefined ? [] : [partyId, ...formerIdsOf(await this.mergers.of(tenant), partyId)];
      }),
    );
    const partyIds = own.flat();
    if (partyIds.length === 0) return { tenants };
    const persons = await closeTo(
      this.parts.reader,
      { tenants },
      partyIds,
      this.clock.dayOf(this.clock.now()),
    );
    return persons.length === 0 ? { tenants } : { tenants, closeTo: persons };
  }

  /** The units that the token names, and those that its party leads by the register. */
  async #unitsOf(viewer: Viewer): Promise<string[]> {
    const units = await unitsOf(this.parts.reader, viewer);
    const today = this.clock.dayOf(this.clock.now());
    return [...new Set([...viewer.units, ...unitsLedBy(units, idsOf(viewer), today)])];
  }

  /** The login's party in this municipality, with the name from the token before its first command: registered, or renamed where it was bound. */
  async registered(request: ApiRequest, tenant: string, when: Now): Promise<string> {
    const { issuer, subject } = request.login;
    const partyId = await this.parts.vault.parties.partyIdOf({ tenant, issuer, subject });
    const key = `${tenant} ${partyId}`;
    const underWay = this.#registered.get(key);
    if (underWay !== undefined) {
      await underWay;
      return partyId;
    }
    const registering = this.#register(request, { tenant, partyId }, when);
    this.#registered.set(key, registering);
    try {
      await registering;
    } catch (error) {
      this.#registered.delete(key);
      throw error;
    }
    return partyId;
  }

  async #register(
    { login, role, id }: ApiRequest,
    { tenant, partyId }: { readonly tenant: string; readonly partyId: string },
    when: Now,
  ): Promise<void> {
    const { units } = standingIn(login, tenant);
    const [actsIn] = units;
    const unit = await this.#knownUnit(actsIn, tenant, when.today);
    const name = login.name !== undefined && isCleanText(login.name, 200) ? login.name : nameless;
    await this.bus.execute(
      new RegisterPartyCommand(
        { partyId, kind: 'STAFF', name, isOwn: true, ...(unit !== undefined && { unit }) },
        {
          // The same each time, so that only the first has an effect, in whichever process.
          commandId: derivedId('login-registered', tenant, partyId),
          correlationId: id,
          municipality: tenant,
          actor: { partyId, role, ...(actsIn !== undefined && { unit: actsIn }) },
          ...when,
        },
      ),
    );
  }

  /** The unit that the provider names, where the municipality has it in its list. */
  async #knownUnit(unit: string | undefined, tenant: string, day: string): Promise<string | undefined> {
    if (unit === undefined) return undefined;
    const { answer } = await unknownCodeIn(this.parts.runner, tenant, [{ list: unitList, code: unit }], day);
    return answer === undefined ? unit : undefined;
  }
}

/** The first of a request's roles decides, in the order of its route: those that see a whole municipality come first there. */
const seesOwn = ([first]: readonly Role[]) => first !== undefined && ofOwn.has(first);
const ofOwn: ReadonlySet<Role> = new Set(['COORDINATOR', 'UNIT_LEADER', 'SERVICE_OFFICE', 'SUBJECT']);

export const needsOne = () => new Problem('municipality-needed');
