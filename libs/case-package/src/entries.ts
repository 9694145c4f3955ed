import { dayInWords, type Line } from '#correspondence';
import type { EntryCode, Heading, Known, ToldEvent } from './known.js';
import { labelled, list, paragraph, paragraphs, type Part, plain, strong } from './parts.js';
import { type PlanThen, plansOn } from './plans.js';
import type { wordsIn } from './words.js';

export interface Telling extends Heading {
  readonly say: ReturnType<typeof wordsIn>;
  readonly known: Known;
}

/** What an entry tells beside its events and documents. */
export const own: Partial<Readonly<Record<EntryCode, (to: Telling) => readonly Part[]>>> = {
  RULES: (to) => [...deadlinesIn(to), ...lawIn(to)],
  DELEGATION: ({ known }) => (known.delegation === undefined ? [] : [paragraph(plain(known.delegation))]),
  PLAN: (to) => plansIn(to),
  STATEMENT: ({ say, known }) =>
    known.statement === undefined
      ? []
      : [paragraph(strong(`${say('statement')}:`)), ...paragraphs(known.statement)],
  TRAIL: ({ say, known }) => [
    paragraph(plain(say('trail'))),
    ...list(
      known.events.map((event) => entryLine(event, say)),
      true,
    ),
  ],
  LEFT_OUT: ({ say, known }) =>
    list([
      ...known.leftOut.map(plain),
      ...known.documents.flatMap(({ leftOut, inWords }) =>
        leftOut === undefined ? [] : [labelled(say('documentLeftOut'), `${inWords}: ${leftOut}`)],
      ),
      plain(say('alwaysLeftOut')),
      plain(say('alwaysUnprinted')),
      ...(known.plans.length === 0 ? [] : [plain(say('planContent'))]),
    ]),
};

/** The rules of deadlines in force on the day, and how they were applied. */
const deadlinesIn = ({ say, known: { rules, periods, law } }: Telling): readonly Part[] =>
  rules.length === 0
    ? []
    : [
        paragraph(plain(`${say('rulesThen')} ${dayInWords(law.day)}${say('asApplied')}`)),
        table(
          (['rule', 'legalBasis', 'period', 'version'] as const).map((which) => say(which)),
          rules.map((rule) => [rule.name, rule.legalBasis, rule.period, rule.version]),
        ),
        ...list(periods.map(plain)),
      ];

/** What the law gave a right to that day, on which conditions, and which sections and regulations the municipality goes by. */
function lawIn({ say, known: { law } }: Telling): readonly Part[] {
  const day = dayInWords(law.day);
  const sinceOf = ({ name, since }: (typeof law.cited)[number]) =>
    plain(since === undefined ? name : `${name} (${say('since')} ${dayInWords(since)})`);
  return [
    paragraph(plain(`${say('rightsThen')} ${day}:`)),
    table(
      (['right', 'legalBasis', 'conditions'] as const).map((which) => say(which)),
      law.rights.map(({ item, sections, conditions }) => [
        item,
        sections.join('; ') || say('noRight'),
        conditions.join('; ') || '–',
      ]),
    ),
    ...(law.cited.length === 0
      ? []
      : [paragraph(plain(`${say('citedThen')} ${day}:`)), ...list(law.cited.map(sinceOf))]),
    paragraph(plain(say('wording'))),
  ];
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): Part => ({
  kind: 'table',
  wide: 0,
  head: head.map(plain),
  rows: rows.map((row) => row.map(plain)),
});

function plansIn({ say, known: { plans, decision }, madeOn }: Telling): readonly Part[] {
  if (plans.length === 0) return [];
  const on = (day: string) => {
    const running = plansOn(plans, day);
    return running.length === 0 ? say('noPlan') : running.map((plan) => planInWords(plan, say)).join('. ');
  };
  return list([
    ...(decision === undefined ? [] : [labelled(say('planThen'), on(decision.decidedOn))]),
    labelled(say('planNow'), on(madeOn)),
    plain(say('planContent')),
  ]);
}

/** `plan startet 10. januar 2026, versjon 2 fra 3. mars 2026, godkjent 4. mars 2026, …` */
function planInWords(plan: PlanThen, say: Telling['say']): string {
  const day = (word: Parameters<Telling['say']>[0], on: string | undefined) =>
    on === undefined ? [] : [`${say(word)} ${dayInWords(on)}`];
  const { version } = plan;
  const told =
    version === undefined
      ? [say('planUnrevised')]
      : [
          `${say('planVersion')} ${version.number} ${say('since')} ${dayInWords(version.revisedOn)}`,
          ...(version.approvedOn === undefined
            ? [say('planUnapproved')]
            : day('planApproved', version.approvedOn)),
        ];
  return [
    ...day('planSince', plan.startedOn),
    ...(plan.isOnPaper ? [say('planOnPaper')] : told),
    ...day('planUntil', plan.until),
    ...day('planReview', plan.nextReviewOn),
    ...day('planPaused', plan.pausedOn),
  ].join(', ');
}

/** An entry of the trail: what happened and when, then when it was recorded and by whom, and what was put right. */
function entryLine(
  { occurredOn, title, sentence, recorded, notes, isStruckOut }: ToldEvent,
  say: Telling['say'],
): Line {
  const struck = isStruckOut ? `${say('struckOut')}. ` : '';
  const runs = [
    ...strong(`${dayInWords(occurredOn)}: ${title}. `),
    ...plain(sentence),
    ...plain(`(${recorded})`),
  ];
  return [...runs, ...notes.flatMap(plain)].map((run, at) =>
    at === 0
      ? { ...run, text: `${run.text} ${struck}` }
      : { ...run, text: at === 1 ? run.text : ` ${run.text}` },
  );
}
