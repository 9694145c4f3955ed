import { type DemoAddress, DemoClient, type DemoLogin } from '../client.js';
import { type Invented, numberOf } from '../people.js';
import { type Entries, textOfTrail } from './trail-text.js';
import { type Weekday, Weeks } from './weeks.js';

type Fields = Readonly<Record<string, unknown>>;

/** From when holds what the municipality settled long before the course, whichever week it is played in. */
export const longSince = '2026-01-01';

/**
 * One person's way through one municipality's procedure, step by step over HTTP. Played again in the same week it records nothing;
 * in another week it is another person.
 */
export class Course {
  readonly #clients = new Map<string, Promise<DemoClient>>();
  readonly #weeks: Weeks;
  /** Of what the course has begun, by what it is. */
  readonly #ids = new Map<'subject' | 'case' | 'enquiry', string>();

  constructor(
    private readonly at: DemoAddress,
    private readonly municipality: string,
    today: string,
    /** Tells it from the municipality's first course, where a week has another. */
    private readonly name?: string,
  ) {
    this.#weeks = new Weeks(today);
  }

  /** A day of the course: so many weeks before this one. */
  on(weeksBefore: number, weekday: Weekday): string {
    return this.#weeks.before(weeksBefore, weekday);
  }

  /** Records what stands whichever week it is. */
  async settle(label: string, path: string, said: Fields, as: DemoLogin = {}): Promise<Fields> {
    const client = await this.#as(as);
    return client.post(`${this.municipality}/${label}`, path, said);
  }

  /** Records a step of this week's course. */
  record(label: string, path: string, said: Fields, as?: DemoLogin): Promise<Fields> {
    const course = this.name === undefined ? this.#weeks.monday : `${this.#weeks.monday}/${this.name}`;
    return this.settle(`${course}/${label}`, path, said, as);
  }

  /** Somebody who takes part; of the municipality's staff unless told. */
  async party(name: string, unit?: string, kind = 'STAFF'): Promise<string> {
    const said = { kind, name, ...(unit !== undefined && { unit }) };
    const { partyId } = await this.settle(`party/${name}`, '/v1/parties', said);
    return String(partyId);
  }

  /** The person whom it is about. */
  async person(who: Pick<Invented, 'givenName' | 'familyName' | 'birthDate'>): Promise<void> {
    // As many persons as a year has weeks, and then from the beginning.
    const identityNumber = numberOf(who.birthDate, this.#weeks.number % 53);
    const { subjectId } = await this.record('person', '/v1/subjects', { ...who, identityNumber });
    this.#ids.set('subject', String(subjectId));
  }

  /** Somebody turns to the unit. */
  async enquiry(said: Fields, as?: DemoLogin): Promise<void> {
    const { enquiryId } = await this.record('enquiry', '/v1/enquiries', said, as);
    this.#ids.set('enquiry', String(enquiryId));
  }

  ofEnquiry(what: string, said: Fields, as?: DemoLogin): Promise<Fields> {
    return this.record(`enquiry/${what}`, `/v1/enquiries/${this.#id('enquiry')}/${what}`, said, as);
  }

  /** A need or an application opens the case; what somebody turned to the unit with goes on in it. */
  async open(said: { readonly receivedOn: string } & Fields): Promise<void> {
    const { caseId } = await this.record('case', '/v1/cases', { subjectId: this.#id('subject'), ...said });
    this.#ids.set('case', String(caseId));
    if (this.#ids.has('enquiry')) await this.ofEnquiry('cases', { caseId, becameOn: said.receivedOn });
  }

  get caseId(): string {
    return this.#id('case');
  }

  /** A step of the case; `label` tells it from another of its kind. */
  ofCase(what: string, said: Fields, label = what): Promise<Fields> {
    return this.record(`case/${label}`, `/v1/cases/${this.caseId}/${what}`, said);
  }

  /** A step of what is registered of the person, or coordinated for the person. */
  ofPerson(what: string, said: Fields, label = what, as?: DemoLogin): Promise<Fields> {
    return this.record(`person/${label}`, `/v1/subjects/${this.#id('subject')}/${what}`, said, as);
  }

  /** What stands there for whoever plays it. */
  async look(path: string): Promise<Fields> {
    const client = await this.#as({});
    return client.get(path);
  }

  /** All of it in words, in the municipality's own language. */
  async trail(): Promise<readonly string[]> {
    const { entries, caseNumber } = await this.look(`/v1/cases/${this.caseId}/audit-trail`);
    return textOfTrail(`Sak ${String(caseNumber)}`, entries as Entries);
  }

  #as(login: DemoLogin): Promise<DemoClient> {
    const key = JSON.stringify(login);
    const client = this.#clients.get(key) ?? DemoClient.login(this.at, this.municipality, login);
    this.#clients.set(key, client);
    return client;
  }

  #id(of: 'subject' | 'case' | 'enquiry'): string {
    const id = this.#ids.get(of);
    if (id === undefined) throw new Error(`The course has begun no ${of}`);
    return id;
  }
}
