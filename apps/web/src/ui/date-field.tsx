import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type Day, daysFrom, dayInText, fullDay, today } from '../dates/dates.js';
import { agoOrAhead } from '../dates/distance.js';
import { type Direction, type ReadDay, readDay } from '../dates/read-day.js';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';
import './date-field.css';

const useText = texts('date-field', {
  nb: {
    hint: 'Skriv 2.11, 0211 eller i dag',
    notYet: '{{day}} har ikke vært ennå. Skriv dagen det skjedde.',
  },
  nn: { hint: 'Skriv 2.11, 0211 eller i dag', notYet: '{{day}} har ikkje vore enno. Skriv dagen det hende.' },
});

interface Props {
  readonly label: string;
  /** What is typed, which may not be a day yet; the day that it means is told beside it. */
  readonly value: string;
  readonly onChange: (typed: string, day: Day | undefined) => void;
  readonly direction?: Direction;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly name?: string;
}

/** A day as people write it, said back in words; what is typed is never rewritten. */
export function DateField({
  label,
  value,
  onChange,
  direction = 'behind',
  description,
  error,
  ...rest
}: Props) {
  const say = useText();
  const [left, setLeft] = useState(false);
  const spoken = language();
  const read = readDay(value, direction, spoken);
  const tooLate = read.kind === 'day' && direction === 'behind' && daysFrom(today(), read.day) > 0;
  const own =
    read.kind === 'fault' ? read.fault : tooLate ? say('notYet', { day: fullDay(read.day) }) : undefined;
  return (
    <div className="date-field">
      <Textfield
        {...rest}
        label={label}
        description={description}
        value={value}
        inputMode="text"
        autoComplete="off"
        error={error ?? (left ? own : undefined)}
        onChange={({ target }) => onChange(target.value, dayIn(readDay(target.value, direction, spoken)))}
        onBlur={() => setLeft(true)}
      />
      <p className="date-said" role="status">
        {read.kind === 'empty' && say('hint')}
        {read.kind === 'day' && !tooLate && `${dayInText(read.day, spoken)}, ${agoOrAhead(read.day, spoken)}`}
      </p>
    </div>
  );
}

const dayIn = (read: ReadDay) => (read.kind === 'day' ? read.day : undefined);
