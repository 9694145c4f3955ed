import { clockOf } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import './freshness.css';

const useText = texts('freshness', {
  nb: {
    current: 'Oppdatert nå, kl.\u00a0{{clock}}.',
    behind: 'Lista henger etter.',
    shown:
      'Den viser alt til og med kl.\u00a0{{clock}}. Det du registrerer nå, blir lagret, men vises her litt senere.',
  },
  nn: {
    current: 'Oppdatert no, kl.\u00a0{{clock}}.',
    behind: 'Lista heng etter.',
    shown:
      'Ho viser alt til og med kl.\u00a0{{clock}}. Det du registrerer no, blir lagra, men blir vist her litt seinare.',
  },
});

const behindAfterMs = 120_000;

interface Props {
  readonly currentTo: { readonly at: string | null };
  /** What the list holds or how it is ordered. */
  readonly says?: string;
}

/** How fresh a list is. Stands above every list. */
export function Freshness({ currentTo: { at }, says }: Props) {
  const say = useText();
  const moment = at === null ? new Date() : new Date(at);
  const clock = clockOf(moment);
  if (Date.now() - moment.getTime() > behindAfterMs) {
    return (
      <p className="freshness behind" role="status">
        <strong>{say('behind')}</strong> {say('shown', { clock })}
      </p>
    );
  }
  return (
    <p className="freshness">
      {says} {say('current', { clock })}
    </p>
  );
}
