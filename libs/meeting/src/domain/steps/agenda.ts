import { hasDoubles } from '#event-sourcing/doubles';
import { idOf, list, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { ahead } from '../course.js';
import type { Meeting, Planned } from '../meeting.js';
import { about, ofPerson, step } from '../step.js';

export const agendaRefusals = refusals('meeting', {
  'no-such-case': ['There is no such case.', 'Saken finnes ikke.', 'Saka finst ikkje.'],
  'case-does-not-wait': [
    'This case waits for no meeting: it is withdrawn, declined or closed.',
    'Denne saken venter ikke på noe møte: den er trukket, takket nei til eller avsluttet.',
    'Denne saka ventar ikkje på noko møte: ho er trekt, takka nei til eller avslutta.',
  ],
  'not-recommended': [
    'The board takes up what the unit has recommended. Record the recommendation in the case first.',
    'Nemnda behandler det som enheten har tilrådd. Registrer tilrådingen i saken først.',
    'Nemnda behandlar det som eininga har tilrådd. Registrer tilrådinga i saka først.',
  ],
  'case-not-on-agenda': [
    'This case is not on the agenda of the meeting.',
    'Denne saken står ikke på sakslisten til møtet.',
    'Denne saka står ikkje på sakslista til møtet.',
  ],
  'agenda-fixed': [
    'The agenda of this meeting is fixed. Put the case on another meeting.',
    'Sakslisten til dette møtet er låst. Sett saken opp på et annet møte.',
    'Sakslista til dette møtet er låst. Set saka opp på eit anna møte.',
  ],
  'case-named-twice': [
    'The order names each case once.',
    'Rekkefølgen nevner hver sak én gang.',
    'Rekkjefølgja nemner kvar sak éin gong.',
  ],
  'date-order.put-on': [
    'A case is put on the agenda, and the agenda fixed, on or before the day of the meeting.',
    'En sak settes på sakslisten, og sakslisten låses, senest den dagen møtet holdes.',
    'Ei sak blir sett på sakslista, og sakslista låst, seinast den dagen møtet blir halde.',
  ],
});
const { refusal, refuseIf, inOrder } = agendaRefusals;

/** Still to be held, with an agenda that may be changed. */
function unfixed(meeting: Meeting): Planned {
  const planned = ahead(meeting);
  refuseIf(planned.fixedOn !== undefined, 'agenda-fixed');
  return planned;
}

/** The case on the agenda, or a refusal. */
export function onAgenda({ cases }: Planned, caseId: string) {
  const one = cases[caseId];
  if (!one) throw refusal('case-not-on-agenda');
  return one;
}

const ofCase = { ...about, caseId: idOf('case'), subjectId: idOf('subject') };
type OfCase = { readonly caseId: string };

/** A case is to be taken up at the meeting (U15). Whether it waits for one was asked of the case itself. */
const casePutOnAgenda = step('CasePutOnAgenda', v1({ ...ofCase, putOn: localDate() }, { occurs: 'putOn' }), {
  in: unfixed,
  check: ({ meetsOn }, { putOn }) => inOrder(putOn, meetsOn, 'date-order.put-on'),
  decide({ caseId, putOn }: OfCase & { readonly putOn: string }, { state, asked }, fact) {
    const meeting = unfixed(state);
    if (meeting.cases[caseId]) return [];
    const subjectId = asked.case?.subjectId;
    if (subjectId === undefined) throw refusal('no-such-case');
    refuseIf(asked.case?.waits !== true, 'case-does-not-wait');
    refuseIf(meeting.kind === 'BOARD' && asked.case?.isRecommended !== true, 'not-recommended');
    return [fact({ caseId, subjectId, putOn })];
  },
  evolve: (meeting, { caseId, subjectId, putOn }) =>
    meeting.status === 'absent'
      ? meeting
      : { ...meeting, cases: { ...meeting.cases, [caseId]: { subjectId, putOn, treatment: undefined } } },
});

const caseTakenOffAgenda = step(
  'CaseTakenOffAgenda',
  v1(
    { ...ofCase, takenOffOn: localDate(), reason: optional(personal.text({ ...ofPerson, max: 1000 })) },
    { occurs: 'takenOffOn' },
  ),
  {
    in: unfixed,
    check(meeting, { caseId, takenOffOn }) {
      inOrder(onAgenda(meeting, caseId).putOn, takenOffOn, 'date-order.put-on');
    },
    decide(
      said: OfCase & { readonly takenOffOn: string; readonly reason?: string | undefined },
      { state },
      fact,
    ) {
      return [fact({ ...said, subjectId: onAgenda(unfixed(state), said.caseId).subjectId })];
    },
    evolve(meeting, { caseId }) {
      if (meeting.status === 'absent') return meeting;
      const { [caseId]: _, ...cases } = meeting.cases;
      return { ...meeting, cases };
    },
  },
);

/** In which order the cases are taken up; what is not named comes after these, in the order in which it was put on. */
const agendaOrdered = step(
  'AgendaOrdered',
  v1({ ...about, caseIds: list(idOf('case')), orderedOn: localDate() }, { occurs: 'orderedOn' }),
  {
    in: unfixed,
    check(meeting, { caseIds, orderedOn }) {
      inOrder(orderedOn, meeting.meetsOn, 'date-order.put-on');
      refuseIf(hasDoubles(caseIds), 'case-named-twice');
      for (const caseId of caseIds) onAgenda(meeting, caseId);
    },
    decide(said: { readonly caseIds: readonly string[]; readonly orderedOn: string }, { state }, fact) {
      const { cases } = unfixed(state);
      const isSo = inThisOrder(cases, said.caseIds).join() === Object.keys(cases).join();
      return isSo && said.caseIds.every((caseId) => cases[caseId] !== undefined) ? [] : [fact(said)];
    },
    evolve(meeting, { caseIds }) {
      if (meeting.status === 'absent') return meeting;
      const { cases } = meeting;
      const entries = inThisOrder(cases, caseIds).flatMap((caseId) => {
        const one = cases[caseId];
        return one ? [[caseId, one] as const] : [];
      });
      return { ...meeting, cases: Object.fromEntries(entries) };
    },
  },
);

/** The cases on an agenda with these first. */
const inThisOrder = (cases: Planned['cases'], caseIds: readonly string[]): string[] => [
  ...caseIds.filter((caseId) => cases[caseId] !== undefined),
  ...Object.keys(cases).filter((caseId) => !caseIds.includes(caseId)),
];

/** From then on no case comes on the agenda or leaves it (S6). Whoever fixes it again changes nothing. */
const agendaFixed = step('AgendaFixed', v1({ ...about, fixedOn: localDate() }, { occurs: 'fixedOn' }), {
  in: ahead,
  check({ meetsOn, cases }, { fixedOn }) {
    inOrder(fixedOn, meetsOn, 'date-order.put-on');
    for (const { putOn } of Object.values(cases)) inOrder(putOn, fixedOn, 'date-order.put-on');
  },
  decide: (said, { state }, fact) => (ahead(state).fixedOn === undefined ? [fact(said)] : []),
  evolve: (meeting, { fixedOn }) => (meeting.status === 'absent' ? meeting : { ...meeting, fixedOn }),
});

export const agendaSteps = [casePutOnAgenda, caseTakenOffAgenda, agendaOrdered, agendaFixed] as const;
