import { codeOf, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { planAuthors, planEntrySections, type PlanSection } from '../codes.js';
import type { PlanState } from '../plan.js';
import { about, of, refuseNamedPerson, step } from '../step.js';

export const entryRefusals = refusals('plan', {
  'no-such-entry': [
    'There is no such entry in the plan, or it was taken back.',
    'Punktet finnes ikke i planen, eller er trukket tilbake.',
    'Punktet finst ikkje i planen, eller er trekt tilbake.',
  ],
  'date-order.entry': [
    'An entry is changed or taken back on or after the day on which it was written.',
    'Et punkt endres eller trekkes tilbake samme dag som det ble skrevet, eller senere.',
    'Eit punkt blir endra eller trekt tilbake same dagen som det vart skrive, eller seinare.',
  ],
});
const { refusal, inOrder } = entryRefusals;

/** Whose words they are, and by name where another's. */
const author = { author: codeOf(planAuthors), authorId: optional(ref('party')) };
const text = personal.text({ ...of, max: 10_000 });

/** The place in the plan of an entry that stands, on that day. */
function standing({ entries }: PlanState, entryId: string, day: string) {
  const entry = entries.find((one) => one.entryId === entryId);
  if (entry === undefined) throw refusal('no-such-entry');
  inOrder(entry.writtenOn, day, 'date-order.entry');
}

const withEntry = (
  state: PlanState,
  entryId: string,
  section: PlanSection,
  writtenOn: string,
): PlanState => ({
  ...state,
  entries: [...state.entries, { entryId, section, writtenOn }],
});

/** The person's history, thoughts and opinions, in the person's words or told for them (F8). */
const ownStoryTold = step(
  'OwnStoryTold',
  v1({ ...about, entryId: newId('planEntry'), text, ...author, toldOn: localDate() }, { occurs: 'toldOn' }),
  {
    check: (_, said) => refuseNamedPerson(said),
    evolve: (state, { entryId, toldOn }) => withEntry(state, entryId, 'OWN_STORY', toldOn),
  },
);

/** Something was written into a section, by somebody (H12). */
const planEntryWritten = step(
  'PlanEntryWritten',
  v1(
    {
      ...about,
      entryId: newId('planEntry'),
      section: codeOf(planEntrySections),
      text,
      ...author,
      writtenOn: localDate(),
    },
    { occurs: 'writtenOn' },
  ),
  {
    check: (_, said) => refuseNamedPerson(said),
    evolve: (state, { entryId, section, writtenOn }) => withEntry(state, entryId, section, writtenOn),
  },
);

/** An entry, the own story too, reads otherwise from then on; whoever changed it is its author then. */
const planEntryChanged = step(
  'PlanEntryChanged',
  v1(
    { ...about, entryId: idOf('planEntry'), text, ...author, changedOn: localDate() },
    { occurs: 'changedOn' },
  ),
  {
    check(state, said) {
      standing(state, said.entryId, said.changedOn);
      refuseNamedPerson(said);
    },
    evolve: (state) => state,
  },
);

/** An entry is taken back: it stands in no view and no print from then on. Its text can be disposed of by itself (F18). */
const planEntryTakenBack = step(
  'PlanEntryTakenBack',
  v1(
    { ...about, entryId: idOf('planEntry'), takenBackBy: codeOf(planAuthors), takenBackOn: localDate() },
    { occurs: 'takenBackOn' },
  ),
  {
    ends: true,
    check: (state, { entryId, takenBackOn }) => standing(state, entryId, takenBackOn),
    evolve: (state, { entryId }) => ({
      ...state,
      entries: state.entries.filter((one) => one.entryId !== entryId),
    }),
  },
);

export const entrySteps = [ownStoryTold, planEntryWritten, planEntryChanged, planEntryTakenBack] as const;
