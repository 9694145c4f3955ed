import fc from 'fast-check';
import { planSections } from '#vocabulary';
import { rounds, seed } from '../support/rounds.js';
import type { Naive } from './naive.js';
import { places } from './naive.js';
import { Readers } from './readers.js';
import * as on from './sharing-on-paper.js';
import type { Paper } from './sharing-on-paper.js';
import { id, type Step } from './step.js';
import { apply, decide } from './steps-of-cases.js';
import { appoint, consent, others, share, sharingSteps } from './steps-of-sharing.js';
import { Passed, type Real, Taken } from './taken.js';
import { subjectId, Unit } from './unit.js';

/** Of whoever sees all of it. */
const everySection = planSections.codes.toSorted();
const place = places.find(({ profile }) => profile === 'alesund');

interface Life {
  /** Turns 16 a fortnight in. */
  readonly isYoung: boolean;
  /** Somebody coordinates, and a part of the plan is shared, before anything is wished. */
  readonly begins: boolean;
}
const life = fc.record<Life>({ isYoung: fc.boolean(), begins: fc.boolean() });

/** A granted plan that was just started, by consent of the person, or of a parent of one who is too young. */
async function begun({ isYoung, begins }: Life): Promise<{ model: Paper; real: Real }> {
  if (place === undefined) throw new Error('Such a municipality is gone');
  const unit = await Unit.begun(place, isYoung ? '2010-01-20' : '1980-03-01');
  const real = { unit };
  const { today } = unit;
  const lists = { consents: [], proposals: [], appointments: [], plans: [], sheets: [], members: [] };
  const naive: Naive = { today, place, adultOn: undefined, cases: [], ...lists };
  for (const step of [apply(0, 0, 0), decide(0, 1, 2, 1)]) await new Taken(step).run(naive, real);
  const caseId = naive.cases[0]?.caseId ?? '';
  const model: Paper = {
    today,
    consentsFrom: isYoung ? '2026-01-20' : undefined,
    caseId,
    plan: { planId: `${subjectId}.1` },
    consents: [],
    relations: [],
    appointments: [],
    members: [],
    participants: [],
    entries: [],
    shares: [],
    kept: [],
  };
  const first = [consent(0, isYoung ? 2 : 0, 0, 0), started];
  const further = begins ? [appoint(0), share(1, 1, 1, 1)] : [];
  for (const step of [...first, ...further]) await new Taken(step).run(model, real);
  return { model, real };
}

const started: Step<Paper> = {
  name: 'the plan is started',
  expected: () => 'recorded',
  record: (unit, { caseId, today }) =>
    unit.coordination('PlanStarted', { subjectId, caseId, startedOn: today, withSubject: true }),
  note: ({ plan }, recorded) => expect(id(recorded, 'planId')).toBe(plan.planId),
};

describe('What is shared of a plan, beside a naive model of it', () => {
  let readers: Readers;
  beforeAll(async () => {
    readers = await Readers.opened();
  });
  afterAll(() => readers?.close());

  /** Everybody looks, as they would through the API. */
  async function look(paper: Paper, { unit }: Real): Promise<void> {
    await readers.show(unit.log);
    const { today, plan } = paper;
    const asking = { planId: plan.planId, subjectId, today };
    const live = (['COORDINATOR', 'PLAN', 'REGISTER', 'SHARE'] as const).filter((scope) =>
      on.consentsTo(paper, scope),
    );
    for (const partyId of others) {
      const seen = await readers.seenBy(readers.staff(partyId), asking);
      const isWhole = on.coordinates(paper, partyId);
      const sections = on.sharedWith(paper, partyId);
      expect([
        partyId,
        { ...seen, plan: seen.plan && { ...seen.plan, sections: seen.plan.sections.toSorted() } },
      ]).toEqual([
        partyId,
        {
          isClose: on.isClose(paper, partyId),
          listed: sections.length === 0 ? [] : [[plan.planId, sections]],
          plan:
            isWhole || sections.length > 0
              ? {
                  isWhole,
                  sections: isWhole ? everySection : sections,
                  entries: on.entriesIn(paper, isWhole ? 'ALL' : sections),
                  accesses: isWhole ? paper.shares.length : 0,
                  consents: isWhole ? live : [],
                }
              : undefined,
        },
      ]);
      // What whoever coordinates is shown as another's is what that one sees, and nobody else is shown it.
      const another = others[(others.indexOf(partyId) + 1) % others.length] ?? partyId;
      const shown = on.sharedWith(paper, another);
      expect(await readers.seenAs(readers.staff(partyId), another, asking)).toEqual(
        isWhole ? { sections: shown, entries: on.entriesIn(paper, shown) } : undefined,
      );
    }
  }

  class Looked implements fc.AsyncCommand<Paper, Real> {
    check = () => true;
    run = look;
    toString = () => 'everybody looks';
  }

  const anything = fc.oneof(
    { weight: 16, arbitrary: sharingSteps.map((step) => new Taken(step)) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }).map((days) => new Passed<Paper>(days)) },
    { weight: 1, arbitrary: fc.constant(null).map(() => new Looked()) },
  );
  const wishes = fc.commands<Paper, Real, false>([anything], { size: 'max', maxCommands: 40 });

  it(`is shared, refused and seen as the model has it, whatever is wished (inv. 3, 13; F6, F8, F18; seed ${seed})`, async () => {
    const met = new Map<string, number>();
    const does = fc.asyncProperty(life, wishes, async (one, wished) => {
      const lives: { model: Paper; real: Real }[] = [];
      await fc.asyncModelRun(async () => {
        const began = await begun(one);
        lives.push(began);
        return began;
      }, wished);
      for (const { model, real } of lives) {
        await look(model, real);
        for (const { type } of real.unit.log) met.set(type, (met.get(type) ?? 0) + 1);
      }
    });
    await fc.assert(does, { seed, numRuns: rounds(10_000, 100) });
    expect([...met.keys()]).toEqual(
      expect.arrayContaining([
        'ConsentNarrowed',
        'ConsentWithdrawn',
        'InsightWithheld',
        'ParticipantAccessChanged',
        'ParticipantRefused',
        'PlanEntryTakenBack',
        'RelationEnded',
      ]),
    );
  }, 3_600_000);
});
