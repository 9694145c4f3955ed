import { Popover } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { type Day, daysFrom, shortWeekday, today } from '../dates/dates.js';
import { distanceTo } from '../dates/distance.js';
import { language } from '../i18n/language.js';
import { capital, texts } from '../i18n/texts.js';
import './due-mark.css';

const useText = texts('due-mark', {
  nb: { none: 'Ingen frist', due: 'Frist', explain: 'Vis hvorfor.' },
  nn: { none: 'Ingen frist', due: 'Frist', explain: 'Vis kvifor.' },
});

const levelOf = (days: number) =>
  days < 0 ? 'over' : days <= 2 ? 'soon' : days <= 6 ? 'this-week' : 'later';

interface Props {
  readonly dueOn: Day | null;
  /** How the day came to be, shown when one asks. The day itself comes from the server. */
  readonly children?: ReactNode;
}

/** A day by which something is due: told in words, by weight and by shape, never by colour alone. */
export function DueMark({ dueOn, children }: Props) {
  const say = useText();
  if (dueOn === null) return <span className="due none">{say('none')}</span>;
  const level = levelOf(daysFrom(today(), dueOn));
  const spoken = language();
  const said = (
    <>
      <strong>{capital(distanceTo(dueOn, spoken))}</strong>
      <span className="due-day">{shortWeekday(dueOn, spoken)}</span>
    </>
  );
  if (children === undefined) return <span className={`due ${level}`}>{said}</span>;
  return (
    <Popover.TriggerContext>
      <Popover.Trigger inline className={`due ${level}`} data-due>
        {said}
        <span className="ds-sr-only">
          . {say('due')}. {say('explain')}
        </span>
      </Popover.Trigger>
      <Popover className="due-explained" placement="bottom-start">
        {children}
      </Popover>
    </Popover.TriggerContext>
  );
}
