import { derivedId, type Reactor, readingOf, type Recorded, rootOf } from '#event-sourcing';
import { subjectEvents, subjectOf, subjectStream } from '#subject';
import { askCases } from '../application/circumstances.js';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationEvents } from '../domain/events.js';
import { caseIdsIn, coordinationStream } from '../questions.js';

const name = 'coordination-end';
const beginning: readonly string[] = [
  'ConsentGiven',
  'CoordinatorAppointed',
  'PlanStarted',
  'MemberJoinedGroup',
];
const telling: readonly string[] = ['SubjectDeceased', 'SubjectMergedFrom'];
const asking: readonly string[] = [...beginning, ...telling];

/**
 * Ends what is coordinated for somebody who is dead (D1): coordinators, plan, group and consents; also what begins at the same moment, and when
 * the other registration of a merge told it. Takes it back where the death was recorded in error.
 */
export const coordinationEnd: Reactor = {
  name,
  from: 'origin',
  streamPrefixes: ['subject-', 'coordination-'],
  passesOver: new Set(
    [...Object.keys(subjectEvents.all), ...Object.keys(coordinationEvents.all)].filter(
      (type) => !asking.includes(type) && type !== 'RecordedInErrorMarked',
    ),
  ),
  async react(event, runner, clock) {
    const { municipality, $correlationId } = event.metadata;
    const isTakenBack = event.type === 'RecordedInErrorMarked';
    if (isTakenBack && !(await tellsOfDeath(event))) return;
    const { exists, disposed, ...subject } = await subjectOf(
      runner,
      municipality,
      String(event.data['subjectId']),
    );
    if (!exists || disposed.length > 0) return;
    const { deathToldOn, coordinatedAs: subjectId, birthYear } = subject;
    if (deathToldOn === undefined && !isTakenBack) return;
    const stream = coordinationStream(municipality, subjectId);
    const { history } = await runner.look(coordinationDecider, stream);
    if (deathToldOn === undefined && history.length === 0) return;
    const { answer: grants, basis } = await askCases(
      runner,
      municipality,
      { ...subject, subjectId },
      deathToldOn === undefined ? caseIdsIn(history) : [],
    );
    await runner.run(
      coordinationDecider,
      stream,
      deathToldOn === undefined
        ? { type: 'TakeEndsBack', data: { subjectId, grants, birthYear } }
        : { type: 'EndForDeath', data: { subjectId, deathToldOn } },
      {
        commandId: derivedId('reactor', name, event.id, 0),
        correlationId: $correlationId,
        municipality,
        actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
        at: clock.at(),
        today: clock.today(),
      },
      [...subject.basis, ...basis],
    );

    /** What was marked as recorded in error is a death, or what told of it. */
    async function tellsOfDeath(marked: Recorded): Promise<boolean> {
      if (marked.stream !== subjectStream(municipality, String(marked.data['subjectId']))) return false;
      const { history: told } = await runner.look(subjectHistory, marked.stream);
      return telling.includes(rootOf(marked, told).type);
    }
  },
};

/** Nothing of it is folded: what was marked is looked for among the entries. */
const subjectHistory = readingOf(subjectEvents);
