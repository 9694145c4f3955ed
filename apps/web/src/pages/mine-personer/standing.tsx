import type { Read } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';

type Coordination = Read<'/v1/subjects/{subjectId}/coordination'>;

const useText = texts('standing', {
  nb: {
    coordinator: '{{coordinator}}',
    since: '{{name}}, siden {{day}}',
    nobody: 'ingen',
    plan: 'Individuell plan',
    planSince: 'siden {{day}}',
    noPlan: 'ingen plan',
    group: '{{group}}',
    noGroup: 'ingen',
    asked: 'Sist spurt',
    askedOn: '{{day}}: {{outcome}}',
    never: 'aldri',
    candidate: 'Hvem som er foreslått',
    grounds: 'Hvorfor',
    assessment: 'Vurdering',
    comment: 'Merknad',
    writtenBy: 'Skrevet av',
    openMatters: 'Det som er åpent',
    nextMeetings: 'Møter som kommer',
    wishes: 'Det som er viktig for personen',
  },
  nn: {
    coordinator: '{{coordinator}}',
    since: '{{name}}, sidan {{day}}',
    nobody: 'ingen',
    plan: 'Individuell plan',
    planSince: 'sidan {{day}}',
    noPlan: 'ingen plan',
    group: '{{group}}',
    noGroup: 'ingen',
    asked: 'Sist spurt',
    askedOn: '{{day}}: {{outcome}}',
    never: 'aldri',
    candidate: 'Kven som er føreslått',
    grounds: 'Kvifor',
    assessment: 'Vurdering',
    comment: 'Merknad',
    writtenBy: 'Skrive av',
    openMatters: 'Det som er ope',
    nextMeetings: 'Møte som kjem',
    wishes: 'Det som er viktig for personen',
  },
});

/** What a person has today, and when it was last asked about. */
export function Standing({ of }: { readonly of: Coordination }) {
  const say = useText();
  const label = useLabel();
  const { coordinator, coordinatorSince, planSince, members, reviews } = of;
  const last = reviews.toSorted((one, other) => other.reviewedOn.localeCompare(one.reviewedOn))[0];
  const present = members.filter(({ leftOn }) => leftOn === null);
  return (
    <Facts
      tight
      rows={[
        [
          capital(say('coordinator')),
          coordinator === null || coordinatorSince === null
            ? say('nobody')
            : say('since', { name: textOf(coordinator.name), day: fullDay(coordinatorSince) }),
        ],
        [say('plan'), planSince === null ? say('noPlan') : say('planSince', { day: fullDay(planSince) })],
        [
          capital(say('group')),
          present.length === 0
            ? say('noGroup')
            : present
                .map(({ party, memberRole }) => `${textOf(party.name)} (${label('memberRole', memberRole)})`)
                .join(', '),
        ],
        [
          say('asked'),
          last === undefined
            ? say('never')
            : say('askedOn', {
                day: fullDay(last.reviewedOn),
                outcome: label('reviewOutcome', last.outcome),
              }),
        ],
      ]}
    />
  );
}

/** What a leader agrees or objects to. */
export function Proposal({ of }: { readonly of: Coordination['proposals'][number] }) {
  const say = useText();
  const label = useLabel();
  const { candidate, unit, grounds, assessment, comment } = of;
  return (
    <Facts
      tight
      rows={[
        [say('candidate'), `${textOf(candidate.name)}, ${label('unit', unit)}`],
        [
          say('grounds'),
          capital(
            [grounds]
              .flat()
              .map((ground) => label('proposalGround', ground))
              .join(', '),
          ),
        ],
        assessment !== null && [say('assessment'), <Written key="assessment" text={textOf(assessment)} />],
        comment !== null && [say('comment'), <Written key="comment" text={textOf(comment)} />],
      ]}
    />
  );
}

/** What whoever takes over has to read. */
export function Handover({ of }: { readonly of: Coordination['handovers'][number] }) {
  const say = useText();
  const { writer, openMatters, nextMeetings, wishes } = of;
  return (
    <Facts
      tight
      rows={[
        writer !== null && [say('writtenBy'), textOf(writer.name)],
        [say('openMatters'), <Written key="openMatters" text={textOf(openMatters)} />],
        nextMeetings !== null && [say('nextMeetings'), <Written key="next" text={textOf(nextMeetings)} />],
        wishes !== null && [say('wishes'), <Written key="wishes" text={textOf(wishes)} />],
      ]}
    />
  );
}

const Written = ({ text }: { readonly text: string }) => <span className="keep-lines">{text}</span>;
