import { lackingIn, openProposalsIn } from '../../coordination/proposals.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import type { Coordination } from './scene.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-proposals', {
  nb: {
    title: 'Forslag',
    proposed: 'foreslått {{day}}',
    concurred: 'Lederen er enig ({{day}}).',
    objected: 'Lederen er ikke enig ({{day}}):',
    accepted: '{{name}} sa ja {{day}}.',
    declined: '{{name}} sa nei {{day}}:',
    withdrawn: 'Forslaget ble trukket {{day}}.',
    LEADER: 'Venter på svar fra lederen i enheten.',
    CANDIDATE: 'Venter på svar fra den foreslåtte.',
  },
  nn: {
    title: 'Framlegg',
    proposed: 'føreslått {{day}}',
    concurred: 'Leiaren er samd ({{day}}).',
    objected: 'Leiaren er ikkje samd ({{day}}):',
    accepted: '{{name}} sa ja {{day}}.',
    declined: '{{name}} sa nei {{day}}:',
    withdrawn: 'Framlegget vart trekt {{day}}.',
    LEADER: 'Ventar på svar frå leiaren i eininga.',
    CANDIDATE: 'Ventar på svar frå den føreslåtte.',
  },
});

/** Who is proposed as coordinator, why, and what was answered. */
export function Proposals() {
  const say = useText();
  const { coordination } = useCasePage();
  if (coordination === undefined || coordination.proposals.length === 0) return null;
  const open = openProposalsIn(coordination);
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="records">
        {coordination.proposals.map((one) => (
          <Proposal key={one.proposalId} of={one} awaits={open.includes(one) ? lackingIn(one) : []} />
        ))}
      </ul>
    </>
  );
}

type One = Coordination['proposals'][number];

function Proposal({ of, awaits }: { readonly of: One; readonly awaits: One['awaits'] }) {
  const say = useText();
  const label = useLabel();
  const name = textOf(of.candidate.name);
  return (
    <li>
      <strong>{name}</strong>{' '}
      <span className="quiet">
        {joined(label('unit', of.unit), say('proposed', { day: fullDay(of.proposedOn) }))}
      </span>
      <p className="small">{capital(listOf(of.grounds.map((ground) => label('proposalGround', ground))))}</p>
      {of.assessment !== null && <p className="keep-lines">{textOf(of.assessment)}</p>}
      <ul className="small">
        {of.concurredOn !== null && (
          <li>
            {say('concurred', { day: fullDay(of.concurredOn) })} {textOf(of.comment)}
          </li>
        )}
        {of.objectedOn !== null && (
          <li>
            {say('objected', { day: fullDay(of.objectedOn) })}{' '}
            {joined(
              of.objectionCode !== null && label('objectionReason', of.objectionCode),
              textOf(of.objection),
            )}
          </li>
        )}
        {of.acceptedOn !== null && <li>{say('accepted', { name, day: fullDay(of.acceptedOn) })}</li>}
        {of.declinedOn !== null && (
          <li>
            {say('declined', { name, day: fullDay(of.declinedOn) })}{' '}
            {joined(of.declineCode !== null && label('candidateReason', of.declineCode), textOf(of.decline))}
          </li>
        )}
        {of.withdrawnOn !== null && (
          <li>
            {say('withdrawn', { day: fullDay(of.withdrawnOn) })} {textOf(of.withdrawal)}
          </li>
        )}
      </ul>
      {awaits.map((one) => (
        <p key={one} className="small">
          {say(one)}
        </p>
      ))}
      <StepsAbout id={of.proposalId} />
    </li>
  );
}
