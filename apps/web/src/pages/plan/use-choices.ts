import { useRead } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import type { Choice } from '../../ui/choose-one.js';
import type { Plan } from './plan.js';

/** Whom and what the forms of a plan choose among: those around the person, the plan's main goals, the meetings around the person, and the consents to share. */
export function useChoices(plan: Plan): Readonly<Record<string, readonly Choice[]>> {
  const label = useLabel();
  const { subjectId } = plan.subject;
  const { data } = useRead(
    '/v1/subjects/{subjectId}/coordination',
    { params: { path: { subjectId } } },
    { enabled: plan.isWhole },
  );
  const { data: followUp } = useRead(
    '/v1/subjects/{subjectId}/follow-up',
    { params: { path: { subjectId } } },
    { enabled: plan.isWhole },
  );
  const parties = [
    ...plan.coordinators,
    ...(data?.members ?? []).map(({ party }) => party),
    ...plan.participants.flatMap(({ party }) => party ?? []),
  ];
  const around = [...new Map(parties.map((one) => [one.partyId, one])).values()].map(({ partyId, name }) => ({
    value: partyId,
    label: textOf(name),
  }));
  const goals = plan.goals.map(({ goalId, kind, text }) => ({ goalId, kind, label: textOf(text) }));
  return {
    partyId: around,
    authorId: around,
    responsibleId: around,
    ownerId: around,
    approvedById: around,
    goalId: goals.map(({ goalId: value, label: name }) => ({ value, label: name })),
    partOfId: goals
      .filter(({ kind }) => kind === 'MAIN')
      .map(({ goalId: value, label: name }) => ({ value, label: name })),
    meetingId: (followUp?.meetings ?? []).map(({ meetingId, kind, meetsOn }) => ({
      value: meetingId,
      label: joined(label('aroundMeetingKind', kind), shortDay(meetsOn)),
    })),
    consentId: (data?.consents ?? [])
      .filter(({ scopes, withdrawnOn }) => scopes.includes('SHARE') && withdrawnOn === null)
      .map(({ consentId, givenOn, givenBy }) => ({
        value: consentId,
        label: joined(label('representative', givenBy), shortDay(givenOn)),
      })),
  };
}
