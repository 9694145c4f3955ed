import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isCurrent, materialForms, materialOf } from '#competence';
import { type CodeList, type OwnWords, wordFor } from '#event-sourcing';
import {
  contactCardOn,
  ownCodesOf,
  type Profile,
  profileOf,
  serviceKinds,
  serviceLevels,
  servicesOf,
  unitTasks,
} from '#municipality';
import { Clock } from '#apps/clock';
import type { Opened } from '#personal-data';
import { items, units } from '#vocabulary';
import { ApiParts } from '../api-parts.js';
import { Problem } from '../problems/problem.js';
import { ownWordsOf, termWordsOf, wordsByCode } from '../reading/own-words.js';
import { Adopted } from './adopted.js';

/** So long an answer is kept, here and by whoever asks. */
export const keptMs = 10_000;

/**
 * What a municipality tells everybody, who needs no login for it: how its unit is reached, which services there are, how one applies. Field by field,
 * of what was published for that; nothing of a person, nor of who recorded it.
 */
@Injectable()
export class OpenPages {
  readonly #adopted: Adopted;
  readonly #kept = new LRUCache<string, ReturnType<OpenPages['asked']>>({ max: 1_000, ttl: keptMs });

  constructor(
    @Inject(ApiParts) private readonly parts: ApiParts,
    private readonly clock: Clock,
  ) {
    this.#adopted = new Adopted(parts.store);
  }

  /** Those that have a page now, by name; an outage is told where none can be read. */
  async all() {
    const pages = [...(await this.#adopted.tenants())].map((tenant) => this.of(tenant));
    const asked = await Promise.allSettled(pages);
    const named = asked
      .filter((one) => one.status === 'fulfilled')
      .map(({ value: { municipality, name } }) => ({ municipality, name }));
    const unread = asked
      .filter((one) => one.status === 'rejected')
      .find(({ reason }) => !(reason instanceof Problem && reason.type === 'not-found'));
    if (named.length === 0 && unread) throw unread.reason;
    return named.toSorted((one, other) => one.name.localeCompare(other.name, 'nb'));
  }

  async of(tenant: string) {
    if (!(await this.#adopted.tenants()).has(tenant)) throw new Problem('not-found.open-page');
    const kept = this.#kept.get(tenant);
    if (kept !== undefined) return kept;
    const asked = this.asked(tenant);
    this.#kept.set(tenant, asked);
    asked.catch(() => this.#kept.delete(tenant));
    return asked;
  }

  private async asked(tenant: string) {
    const { runner, vault } = this.parts;
    const today = this.clock.dayOf(this.clock.now());
    const anybody = { tenants: [tenant], partyId: '', roles: [], units: [] };
    const { profile, ownCodes, card, services, material } = await vault.disclosure.disclose(
      anybody,
      'PUBLIC',
      () => [],
      async () => ({
        profile: (await profileOf(runner, tenant)).profile,
        ownCodes: await ownCodesOf(runner, tenant),
        card: await contactCardOn(runner, tenant, today),
        services: await servicesOf(runner, tenant, today),
        material: (await materialOf(runner, tenant)).filter((one) => isCurrent(one, today)),
      }),
      'nobody',
    );
    // A profile that was recorded in error, and no other since.
    if (profile === undefined) throw new Problem('not-found.open-page');
    return toldOf(tenant, profile, {
      own: { ...ownWordsOf(profile), codes: wordsByCode(ownCodes) },
      card,
      services,
      material,
    });
  }
}

type Card = Opened<NonNullable<Awaited<ReturnType<typeof contactCardOn>>>>;
type Material = Opened<Awaited<ReturnType<typeof materialOf>>[number]>;
type Service = Opened<Awaited<ReturnType<typeof servicesOf>>[number]>;

interface Told {
  readonly own: OwnWords;
  readonly card: Card | undefined;
  readonly services: readonly Service[];
  readonly material: readonly Material[];
}

function toldOf(municipality: string, profile: Opened<Profile>, { own, card, services, material }: Told) {
  const say = (list: CodeList, code: string) => {
    const [nb, nn] = wordFor(list, code, own);
    return { nb, nn };
  };
  return {
    municipality,
    name: textIn(profile.name) ?? municipality,
    language: profile.language,
    terms: termWordsOf(profile),
    items: profile.items.map((item) => ({ item, called: say(items, item) })),
    applicationForm: profile.applicationForm ?? 'ANY',
    contactCard: card
      ? {
          contactFunction: textIn(card.contactFunction),
          // A unit of the register alone has no word here.
          unit:
            card.unit !== undefined && say(units, card.unit).nb !== card.unit ? say(units, card.unit) : null,
          tasks: (card.tasks ?? []).map((task) => say(unitTasks, task)),
          place: textIn(card.place),
          openingHours: textIn(card.openingHours),
          telephone: textIn(card.telephone),
          mailbox: textIn(card.mailbox),
          postalAddress: textIn(card.postalAddress),
        }
      : null,
    services: services.map(({ nameNb, nameNn, kind, level, provider, contact }) => ({
      name: { nb: textIn(nameNb) ?? '', nn: textIn(nameNn) ?? '' },
      kind: say(serviceKinds, kind),
      level: say(serviceLevels, level),
      provider: textIn(provider),
      contact: textIn(contact),
    })),
    material: material.map(({ nameNb, nameNn, form, location }) => ({
      name: { nb: textIn(nameNb) ?? '', nn: textIn(nameNn) ?? '' },
      form: say(materialForms, form),
      location: textIn(location),
    })),
  };
}

/** A text whose key was destroyed is told to nobody, not even that it was there. */
const textIn = (text: unknown): string | null => (typeof text === 'string' ? text : null);
