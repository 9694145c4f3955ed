import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#apps/clock';
import { DocumentStore, type Held } from '#documents/application/index';
import { CommandRunner } from '#event-sourcing';
import { type ContactCard, contactCardOn } from '#municipality';
import { type Disposed, isDisposed } from '#personal-data';
import { type OwnAge, ownAgeOn } from '#subject';
import {
  ownCases,
  ownCoordination,
  ownNextMeeting,
  ownPlan,
  ownPromises,
} from '#projections/own-page/queries';
import { personById, type PersonView } from '#projections/people/queries';
import { AccessLogReading } from '../access-log/access-log-reading.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { heldFile } from '../documents/held-file.js';
import { timeOf } from '../meetings/time-of-day.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound, Problem } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { lettersTo, shownCase } from './own-cases.js';
import { shownConsents } from './own-consents.js';
import { partiesOfPlan, shownPlan } from './own-plan.js';

const models = [
  'people',
  'coordination_register',
  'appointments',
  'staff',
  'plan_content',
  'case_overview',
  'follow_up',
  'promises',
];
const letterModels = ['people', 'coordination_register', 'appointments', 'case_overview'];

/** Reads what is a person's own: for the person, and for whoever coordinates to print it for them. */
@Injectable()
export class OwnPageReading {
  constructor(
    private readonly reading: Reading,
    private readonly log: AccessLogReading,
    private readonly runner: CommandRunner,
    private readonly clock: Clock,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
  ) {}

  /** All of it: of whoever asks, unless it is told of whom. */
  async of(request: ApiRequest, { readAfter }: ReadQuery, subjectId?: string) {
    const municipality = tenantOf(request);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models,
      purpose: request.role === 'SUBJECT' ? 'OWN_PAGE' : 'OWN_CASES',
      ask: async (asked) => ({
        ...(await pageOf(asked, await presentPerson(asked, subjectId))),
        contactCard: shownCard(await contactCardOn(this.runner, municipality, asked.today)),
        today: asked.today,
      }),
      subjectIds: ({ about }) => about,
    });
    const { about: _, today, birthDate, ...page } = found;
    const age = ageOf(birthDate, today);
    refuseChild(request, age);
    return { municipality, isYoung: age !== 'GROWN', ...page, currentTo };
  }

  /** A letter as it was sent, once its beginning is verified. */
  async letter(
    request: ApiRequest,
    documentId: string,
    { readAfter }: ReadQuery,
  ): Promise<{ readonly held: Held; readonly sentOn: string }> {
    const tenant = tenantOf(request);
    const { found } = await this.reading.answer(request, {
      readAfter,
      models: letterModels,
      purpose: 'OWN_PAGE',
      ask: async (asked) => {
        const person = await presentPerson(asked);
        const { pool, viewer, today } = asked;
        const letters = lettersTo(await ownCases(pool, viewer, { subjectId: person.personId, today }));
        const letter = letters.find((one) => one.documentId === documentId);
        if (letter === undefined) throw notFound();
        return { sentOn: letter.sentOn, birthDate: person.birthDate, today, about: aboutOf(person) };
      },
      subjectIds: ({ about }) => about,
    });
    refuseChild(request, ageOf(found.birthDate, found.today));
    const held = await heldFile(this.documents, { tenant, documentId, owners: found.about });
    return { held, sentOn: found.sentOn };
  }

  /** Who has looked at what is the person’s own. */
  async accessLog(request: ApiRequest, query: PageQuery) {
    const { subject, entries, ...rest } = await this.log.ofPerson(
      request,
      request.login.own?.[tenantOf(request)] ?? nobody,
      query,
      { what: 'ownPage', purpose: 'OWN_PAGE', admits: refuseEnded },
    );
    refuseChild(request, ageOf(subject.birthDate, this.clock.dayOf(this.clock.now())));
    return {
      entries: entries.map(({ number, at, reader, role, units, purpose, what, outcome }) => ({
        number,
        at,
        role,
        units,
        purpose,
        what,
        outcome,
        name: reader.name,
      })),
      ...rest,
    };
  }
}

/** An id that no registration has. */
const nobody = '-';

const aboutOf = ({ personId, merged }: PersonView) => [personId, ...merged];

/** The one who asks, or of whom it is asked, under the registration that goes on. */
async function presentPerson(
  { pool, viewer, today }: Asked,
  subjectId = viewer.ownSubjectId ?? nobody,
): Promise<PersonView> {
  const person = await personById(pool, viewer, subjectId, { today, what: 'ownPage' });
  if (person === undefined) throw subjectId === viewer.ownSubjectId ? notRegistered() : notFound();
  refuseEnded(person);
  return person;
}

const notRegistered = () => new Problem('not-found.own-page');

/** Whoever logs in as somebody who is dead, or of whom nothing is kept any more, is nobody whom the page is for. */
function refuseEnded({ disposed, diedOn, deathToldOn }: PersonView): void {
  if (disposed || diedOn !== null || deathToldOn !== null) throw new Problem('not-found.own-page-ended');
}

const ageOf = (birthDate: string | Disposed | null, today: string): OwnAge =>
  ownAgeOn(birthDate === null || isDisposed(birthDate) ? null : birthDate, today);

function refuseChild({ role }: ApiRequest, age: OwnAge): void {
  if (role === 'SUBJECT' && age === 'CHILD') throw new Problem('forbidden.own-page-child');
}

async function pageOf(asked: Asked, person: PersonView) {
  const { pool, viewer, today } = asked;
  const { personId, coordinatedAs } = person;
  const every = { subjectId: personId, today };
  const [coordination, cases, nextMeeting, promises] = await Promise.all([
    ownCoordination(pool, viewer, { subjectId: coordinatedAs ?? personId, today }),
    ownCases(pool, viewer, every),
    ownNextMeeting(pool, viewer, every),
    ownPromises(pool, viewer, every),
  ]);
  const planId = coordination?.activePlanId ?? null;
  const plan = planId === null ? undefined : await ownPlan(pool, viewer, { planId, today });
  const { coordinators = [], consents = [], startedOn = null } = coordination ?? {};
  const names = await Names.of(asked, [
    ...coordinators.map(({ coordinatorId }) => coordinatorId),
    ...consents.flatMap(({ recipientIds }) => recipientIds ?? []),
    ...promises.map(({ partyId }) => partyId),
    ...partiesOfPlan(plan),
  ]);
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    birthDate: person.birthDate,
    coordinators: coordinators.map(({ coordinatorId, contact, ...one }) => ({
      ...one,
      coordinator: names.party(coordinatorId),
      telephone: contact?.telephone ?? null,
      email: contact?.email ?? null,
    })),
    plan: planId === null ? null : shownPlan(planId, startedOn, plan, names),
    cases: cases.map(shownCase),
    letters: lettersTo(cases),
    consents: shownConsents(consents, names, today),
    promises: promises.map(({ partyId, ...one }) => ({ ...one, party: names.party(partyId) })),
    nextMeeting:
      nextMeeting === undefined ? null : { ...nextMeeting, startsAt: timeIn(nextMeeting.startsAt) },
    about: aboutOf(person),
  };
}

const timeIn = (minutes: number | null) => (minutes === null ? null : timeOf(minutes));

/** How the unit is reached: a function and a shared mailbox, which outlive who works there. */
const shownCard = (card: ContactCard | undefined) =>
  card === undefined
    ? null
    : {
        contactFunction: card.contactFunction ?? null,
        unit: card.unit ?? null,
        place: card.place ?? null,
        openingHours: card.openingHours ?? null,
        telephone: card.telephone ?? null,
        mailbox: card.mailbox ?? null,
        postalAddress: card.postalAddress ?? null,
      };
