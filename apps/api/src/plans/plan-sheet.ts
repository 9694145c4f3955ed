import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Clock } from '#apps/clock';
import { type Block, capital, dayInWords, type LetterDocument, Printer } from '#correspondence';
import type { CodeList } from '#event-sourcing';
import { goalKinds, measureResponsibles, planAuthors, planSectors, subPlanTypes } from '#plan';
import { planSections, type PlanSection, units } from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import { Lists } from '../lists/lists.js';
import type { Language } from '../reading/language.js';
import type { ReadQuery } from '../reading/page.query.js';
import { fullName, heading, list, paragraph, type Said, whole } from '../reading/sheet.js';
import { type PlanPage, PlanQuery } from './plans.queries.js';

const texts = {
  nb: {
    title: 'Individuell plan',
    whose: 'Planen gjelder',
    shownTo: 'Skrevet ut for',
    made: 'Skrevet ut',
    coordinators: 'Koordinator',
    period: 'Planen gjelder til og med',
    review: 'Neste gjennomgang',
    only: 'Her står det du får se av planen denne dagen. Resten av planen er ikke med.',
    byLaw: 'Hva foreldre og verger får se, følger av',
    nothing: 'Ingenting av planen deles med deg i dag.',
    empty: 'Ikke skrevet noe ennå.',
    reached: 'nådd',
    dropped: 'gått bort fra',
    by: 'ansvar',
    until: 'innen',
    done: 'gjort',
    cancelled: 'avlyst',
    contributes: 'bidrar med',
  },
  nn: {
    title: 'Individuell plan',
    whose: 'Planen gjeld',
    shownTo: 'Skriven ut for',
    made: 'Skriven ut',
    coordinators: 'Koordinator',
    period: 'Planen gjeld til og med',
    review: 'Neste gjennomgang',
    only: 'Her står det du får sjå av planen denne dagen. Resten av planen er ikkje med.',
    byLaw: 'Kva foreldre og verjer får sjå, følgjer av',
    nothing: 'Ingenting av planen blir delt med deg i dag.',
    empty: 'Ikkje skrive noko enno.',
    reached: 'nådd',
    dropped: 'gått bort frå',
    by: 'ansvar',
    until: 'innan',
    done: 'gjort',
    cancelled: 'avlyst',
    contributes: 'bidreg med',
  },
} as const;

/** The plan on paper for one recipient: what _vis som_ shows of it that day, and nothing else. */
@Injectable()
export class PlanSheet {
  readonly #printer = new Printer();

  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async of(request: ApiRequest, planId: string, partyId: string, query: ReadQuery) {
    const saying = await this.lists.sayingFor(request);
    const { language } = saying;
    const plan = await this.queries.execute(new PlanQuery(request, planId, query, partyId));
    const day = this.clock.dayOf(this.clock.now());
    const document = sheetOf(plan, { language, day, say: (list, code) => saying.word(list, code) ?? code });
    const { pdf } = this.#printer.print(document, { date: day, author: '', layout: 'file' });
    return { pdf, language, day };
  }
}

interface Saying {
  readonly language: Language;
  readonly day: string;
  readonly say: (list: CodeList, code: string) => string;
}
const told = (label: string, what: Said) => (what ? `${label}: ${what}` : undefined);
const joined = (...parts: readonly Said[]) => parts.filter((part) => part).join(', ');

/** The sheet before it is printed; of a page that shows the plan as its recipient sees it. */
export function sheetOf(plan: PlanPage, saying: Saying): LetterDocument {
  const { language, day, say } = saying;
  const words = texts[language];
  const inWords = (one: string | null) => one && dayInWords(one);
  const sections = planSections.codes.filter((one) => plan.sections.includes(one));
  return {
    language,
    title: words.title,
    blocks: [
      heading(1, words.title),
      paragraph(
        told(words.whose, fullName(plan.subject)),
        told(words.shownTo, whole(plan.shownTo?.name)),
        told(words.made, inWords(day)),
        told(words.coordinators, plan.coordinators.map(({ name: one }) => whole(one)).join(', ')),
        told(words.period, inWords(plan.until)),
        told(words.review, inWords(plan.nextReviewOn)),
      ),
      paragraph(words.only, plan.insight !== null && `${words.byLaw} ${plan.insight.by}.`),
      ...(sections.length === 0 ? [paragraph(words.nothing)] : []),
      ...sections.flatMap((section) => {
        const blocks = blocksOf(section, plan, saying);
        return [
          heading(2, capital(say(planSections, section))),
          ...(blocks.length === 0 ? [paragraph(words.empty)] : blocks),
        ];
      }),
    ],
  };
}

function blocksOf(section: PlanSection, plan: PlanPage, { language, say }: Saying): Block[] {
  const words = texts[language];
  const inWords = (one: string | null) => one && dayInWords(one);
  const since = (label: string, one: string | null) => one && `${label} ${dayInWords(one)}`;
  switch (section) {
    case 'GOALS':
      return plan.goals.flatMap((goal) => {
        const state = joined(since(words.reached, goal.reachedOn), since(words.dropped, goal.droppedOn));
        const steps = plan.milestones.filter(({ goalId }) => goalId === goal.goalId);
        return [
          paragraph(`${capital(say(goalKinds, goal.kind))}: ${whole(goal.text)}`, state),
          ...(steps.length === 0
            ? []
            : [
                list(
                  steps.map((one) =>
                    joined(
                      whole(one.text),
                      since(words.until, one.dueOn),
                      since(words.reached, one.reachedOn),
                    ),
                  ),
                ),
              ]),
        ];
      });
    case 'MEASURES':
      return plan.measures.map((one) =>
        paragraph(
          whole(one.text),
          joined(
            `${words.by}: ${joined(
              say(measureResponsibles, one.responsible),
              one.unit !== null && say(units, one.unit),
              whole(one.responsibleParty?.name),
            )}`,
            whole(one.extent),
            since(words.until, one.dueOn),
            since(words.done, one.completedOn),
            since(words.cancelled, one.cancelledOn),
          ),
          whole(one.how),
        ),
      );
    case 'PARTICIPANTS': {
      const those = plan.participants.filter(
        ({ refusedOn, leftOn }) => refusedOn === null && leftOn === null,
      );
      return those.length === 0
        ? []
        : [
            list(
              those.map((one) =>
                joined(
                  whole(one.party?.name) || whole(one.name),
                  say(planSectors, one.sector),
                  one.unit !== null && say(units, one.unit),
                  told(words.contributes, whole(one.contribution)),
                ),
              ),
            ),
          ];
    }
    case 'SUB_PLANS': {
      const those = plan.subPlans.filter(({ unlinkedOn }) => unlinkedOn === null);
      return those.length === 0
        ? []
        : [
            list(
              those.map((one) =>
                joined(
                  capital(say(subPlanTypes, one.type)),
                  one.ownerUnit !== null && say(units, one.ownerUnit),
                  whole(one.owner?.name),
                  whole(one.place),
                ),
              ),
            ),
          ];
    }
    case 'OWN_STORY':
    case 'WHAT_MATTERS':
    case 'RESOURCES':
    case 'NEEDS':
    case 'HOW':
    case 'COOPERATION':
      return plan.entries
        .filter((entry) => entry.section === section)
        .map((entry) =>
          paragraph(
            ...whole(entry.text).split('\n'),
            joined(
              whole(entry.namedAuthor?.name) || say(planAuthors, entry.author),
              inWords(entry.changedOn ?? entry.writtenOn),
            ),
          ),
        );
  }
}
