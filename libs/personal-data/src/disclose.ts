import type { EventStore, KeyOwner, Sealed } from '#event-sourcing';
import { DisclosureRefused } from './errors.js';
import { HeldText } from './held-text.js';
import type { Keys } from './keys.js';
import { closedIn, DISPOSED, type Opened, replaceClosed } from './opened.js';
import { withTexts } from './sealed-texts.js';
import type { Viewer } from './viewer.js';

/** Why someone looks. Recorded codes: added to, never renamed. */
export const purposes = [
  /** Working on this person's case, plan or appointment. */
  'CASEWORK',
  /** The unit's lists. */
  'OVERVIEW',
  /** Finding out whether a person is known, and registering one. */
  'REGISTRATION',
  'CONTACT',
  /** Answering a complaint or an audit. */
  'COMPLAINT',
  /** Looking at what was recorded about the wrong person or in the wrong case. */
  'RECORDED_IN_ERROR',
  /** A coordinator's own persons. */
  'OWN_CASES',
  /** Names of staff and settings. */
  'ADMINISTRATION',
  /** What the municipality tells everybody. */
  'PUBLIC',
  /** Looking at who has read what, or telling a person so. */
  'ACCESS_CONTROL',
  /** A person looking at what is their own. */
  'OWN_PAGE',
  /** Another service fetches what its grant opens. */
  'OTHER_SERVICE',
] as const;
export type Purpose = (typeof purposes)[number];

/** Whose data is disclosed: their ids, or how to tell them from what the query found. */
export type SubjectsOf<T> = readonly string[] | ((found: T) => readonly string[]);

/** Writes down that these are about to be shown; where it fails, nothing is. `nobody`: nothing about a person is opened. */
export type Noting = ((subjectIds: readonly string[]) => Promise<void>) | 'nobody';

/** The only way from sealed fields, and from what is held opened in memory, to a reader. */
export class Disclosure {
  readonly #keys: Keys;
  readonly #log: Pick<EventStore, 'history'>;

  constructor(keys: Keys, log: Pick<EventStore, 'history'>) {
    this.#keys = keys;
    this.#log = log;
  }

  /**
   * Runs the query and opens every sealed field and held text in its result, however deep, in one batch, those that rows keep only the place of
   * read from the log first; destroyed ones come out as `DISPOSED`.
   * What is about a person opens only when that person is among `subjectIds`; names of parties and of the unit come along.
   * Fails closed: another tenant's field, a person not named, a lost key or a damaged field, and nothing is disclosed; nor where `note` fails, which
   * is told whose data it is before anything is handed over.
   */
  async disclose<T>(
    viewer: Viewer,
    purpose: Purpose,
    subjectIds: SubjectsOf<T>,
    query: () => Promise<T> | T,
    note: Noting,
  ): Promise<Opened<T>> {
    if (!purposes.includes(purpose)) {
      throw new DisclosureRefused('A disclosure needs one of the known purposes');
    }
    if (typeof subjectIds !== 'function') refuseEmpty(subjectIds);
    const found = await withTexts(await query(), this.#log, viewer);
    const closed = closedIn(found);
    const sealed = closed.filter((one): one is Sealed => !(one instanceof HeldText));
    const held = closed.filter((one) => one instanceof HeldText);
    const named = new Set(typeof subjectIds === 'function' ? subjectIds(found) : subjectIds);
    const owners = [...held.map(({ owner }) => owner), ...(await this.#keys.ownersOf(sealed))];
    for (const owner of owners) {
      if (owner === undefined) continue;
      refuseForeign(owner, viewer, named);
      if (note === 'nobody' && isOfPerson(owner)) {
        throw new DisclosureRefused('What is said to open nothing about anybody found a text about a person');
      }
    }
    // Side by side: the slower of both is what it takes, and neither is handed over without the other.
    const [fields] = await Promise.all([
      this.#keys.open(sealed),
      note === 'nobody' ? undefined : note([...named]),
    ]);
    const opened = fields.values();
    return replaceClosed(found, (one) => {
      if (one instanceof HeldText) return HeldText.textOf(one) ?? DISPOSED;
      const field = opened.next().value;
      return field?.status === 'open' ? field.text : DISPOSED;
    });
  }
}

const isOfPerson = ({ class: recordClass }: KeyOwner) =>
  ['PERSON', 'CASE', 'COORDINATION', 'CRISIS_PLAN'].includes(recordClass);

function refuseEmpty(subjectIds: readonly string[]): void {
  if (subjectIds.length === 0 || subjectIds.includes('')) {
    throw new DisclosureRefused('A disclosure names the persons that it is about');
  }
}

function refuseForeign(
  { tenant, owner, class: recordClass }: KeyOwner,
  viewer: Viewer,
  named: Set<string>,
): void {
  if (!viewer.tenants.includes(tenant)) {
    throw new DisclosureRefused('The query found a field of another municipality than the viewer may see');
  }
  if (recordClass !== 'PARTY' && recordClass !== 'UNIT' && !named.has(owner)) {
    throw new DisclosureRefused(`The query found a field of ${owner}, whom this disclosure does not name`);
  }
}
