import { Tag } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { clockOf, dayOf, fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { EntryLink } from './entry-link.js';
import { EntryNotes } from './entry-notes.js';
import type { View } from './search.js';
import { TechnicalFacts } from './technical-facts.js';
import { isCorrection, type Shown } from './trail.js';
import { useBy } from './use-by.js';

const useText = texts('history-entry', {
  nb: {
    struck: 'Strøket',
    corrected: 'Rettet',
    correction: 'Retting',
    noLonger: 'Gjelder ikke lenger:',
    readsNow: 'Slik er det nå:',
    reason: 'Begrunnelse:',
    sameDay: 'Skrevet inn samme dag kl. {{clock}} av {{by}}',
    laterDay: 'Skrevet inn {{day}} kl. {{clock}} av {{by}}',
    inCase: 'sak {{number}}',
    withheld: 'Teksten gjelder noe annet, og vises ikke her.',
  },
  nn: {
    struck: 'Strøke',
    corrected: 'Retta',
    correction: 'Retting',
    noLonger: 'Gjeld ikkje lenger:',
    readsNow: 'Slik er det no:',
    reason: 'Grunngiving:',
    sameDay: 'Skrive inn same dag kl. {{clock}} av {{by}}',
    laterDay: 'Skrive inn {{day}} kl. {{clock}} av {{by}}',
    inCase: 'sak {{number}}',
    withheld: 'Teksten gjeld noko anna, og blir ikkje vist her.',
  },
});

interface Props {
  readonly shown: Shown;
  readonly view: View;
  readonly isPointedAt: boolean;
  readonly numbers: ReadonlyMap<string, number>;
  /** Says which case it is of. */
  readonly withCase: boolean;
  /** What can be done about it, such as putting it right; `children`: where it is done. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** What happened, as it was written in, with what was said of it later. */
export function HistoryEntry({ shown, view, isPointedAt, numbers, withCase, action, children }: Props) {
  const say = useText();
  const by = useBy();
  const { entry, number, struckOut, corrections } = shown;
  const { occurredOn, recordedAt, reason } = entry;
  const isCorrected = corrections.length > 0;
  const isWrong = struckOut !== null || isCorrected;
  const mark =
    struckOut === null ? (isCorrected ? 'corrected' : isCorrection(entry) && 'correction') : 'struck';
  const written = { clock: clockOf(recordedAt), by: by(entry.actor) };
  return (
    <li
      id={`hendelse-${entry.eventId}`}
      className={[
        'entry',
        isWrong ? 'wrong' : isCorrection(entry) && 'correction',
        isPointedAt && 'pointed-at',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-current={isPointedAt ? 'true' : undefined}
      tabIndex={-1}
    >
      <p className="entry-head">
        <strong>{entry.title}</strong>{' '}
        {mark !== false && <Tag data-color={isWrong ? 'neutral' : 'accent'}>{say(mark)}</Tag>}{' '}
        <EntryLink eventId={entry.eventId} number={number} />
        {withCase && typeof entry.case?.caseNumber === 'string' && (
          <span className="quiet small">, {say('inCase', { number: entry.case.caseNumber })}</span>
        )}{' '}
        {action}
      </p>
      {isWrong ? (
        <p className="what">
          <span className="ds-sr-only">{say('noLonger')} </span>
          <s>{entry.sentence}</s>
        </p>
      ) : (
        <p className="what">{entry.sentence}</p>
      )}
      {struckOut === null && isCorrected && entry.readsNow !== null && shown.saidLater.length === 0 && (
        <p className="what">
          <span className="quiet">{say('readsNow')}</span> {entry.readsNow}
        </p>
      )}
      {view !== 'kort' && hasMoreToSay(entry) && (
        <p className="small">
          <span className="quiet">{say('reason')}</span>{' '}
          {isWithheld(reason) ? say('withheld') : textOf(reason)}
        </p>
      )}
      <EntryNotes shown={shown} numbers={numbers} />
      {view !== 'kort' && (
        <p className="written quiet small">
          {dayOf(recordedAt) === occurredOn
            ? say('sameDay', written)
            : say('laterDay', { day: fullDay(dayOf(recordedAt)), ...written })}
        </p>
      )}
      {view === 'teknisk' && <TechnicalFacts entry={entry} />}
      {children}
    </li>
  );
}

type Reason = Shown['entry']['reason'];

const isWithheld = (text: Reason): text is { withheld: true } =>
  typeof text === 'object' && text !== null && 'withheld' in text;

/** Most sentences tell the reason themselves. */
const hasMoreToSay = ({ reason, sentence, corrects }: Shown['entry']) =>
  corrects === null && reason !== null && !(typeof reason === 'string' && sentence.includes(reason));
