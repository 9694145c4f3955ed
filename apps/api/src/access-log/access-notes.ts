import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#apps/clock';
import { type AccessOutcome, type Purpose, purposes } from '#personal-data';
import { type Opening, openedIn } from './opened.js';
import { isId } from '#projections/selection';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { standingIn } from '../auth/login.js';
import { isCleanText } from '../validation/values.js';

/** What is noted of a reading beside who reads. */
interface Noted {
  readonly opening: Opening;
  /** Unknown where it came to no question. */
  readonly purpose?: Purpose;
  readonly outcome: AccessOutcome;
  readonly subjectIds: readonly string[];
}

/** Writes into the access log, for the municipalities of a request, before anything is answered. */
@Injectable()
export class AccessNotes {
  constructor(
    @Inject(ApiParts) private readonly parts: ApiParts,
    private readonly clock: Clock,
  ) {}

  /** On disk when it resolves; whoever cannot note it answers nothing. Nothing is noted of what opens nothing about anybody. */
  async note(request: ApiRequest, { opening, purpose, outcome, subjectIds }: Noted): Promise<void> {
    const what = openedIn(opening);
    if (what === undefined) return;
    const recordId = recordIn(request);
    const asked = {
      at: this.clock.now(),
      purpose: purpose ?? purposeIn(request) ?? 'UNSTATED',
      what,
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      recordId,
      // What was refused shows whose it would have been where the address says so.
      subjectIds: outcome === 'SHOWN' || subjectIds.length > 0 ? subjectIds : personIn(request),
      outcome,
      requestId: request.id,
    };
    await Promise.all(
      request.tenants.map(async (municipality) => {
        const reader = await this.#reader(request, municipality);
        await this.parts.vault.accessLog.record({ municipality, ...reader, ...asked });
      }),
    );
  }

  /** What is refused before it comes to a question. */
  refused(request: ApiRequest, opens: Opening): Promise<void> {
    return this.note(request, { opening: opens, outcome: 'REFUSED', subjectIds: [] });
  }

  /** Looking makes nobody a party: whoever is none yet has the id that a registration by this login would give. */
  async #reader({ login, role }: ApiRequest, tenant: string) {
    const { issuer, subject, name } = login;
    const { parties, readers } = this.parts.vault;
    const known = { tenant, issuer, subject };
    const partyId = (await parties.known(known)) ?? parties.idFor(known);
    if (name !== undefined && isCleanText(name, 200)) await readers.keep({ tenant, partyId }, name);
    const { roles, units } = standingIn(login, tenant);
    // Before the guard has said which of them it goes by, all of them count.
    const held: string | undefined = role;
    return { partyId, role: held ?? roles[0] ?? 'NONE', units };
  }
}

const inAddress = ({ params }: ApiRequest) =>
  Object.entries((params ?? {}) as Readonly<Record<string, unknown>>);
const asked = ({ query }: ApiRequest) => (query ?? {}) as Readonly<Record<string, unknown>>;

/** The record that the address names first, or that a list is asked for by. */
function recordIn(request: ApiRequest): string | null {
  const { caseId, subjectId } = asked(request);
  return [...inAddress(request).map(([, value]) => value), caseId, subjectId].find(isId) ?? null;
}

const personIn = (request: ApiRequest): string[] => {
  const named = Object.fromEntries(inAddress(request))['subjectId'] ?? asked(request)['subjectId'];
  return isId(named) ? [named] : [];
};

const purposeIn = (request: ApiRequest): Purpose | undefined =>
  purposes.find((one) => one === asked(request)['purpose']);
