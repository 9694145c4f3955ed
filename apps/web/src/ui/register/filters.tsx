import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useId, useState } from 'react';
import { type Day, fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { ChooseOne } from '../choose-one.js';
import { DateField } from '../date-field.js';
import { ChoiceMenu } from './choice-menu.js';

const useText = texts('filters', {
  nb: {
    label: 'Utvalg',
    told: 'Utvalg: {{selection}}',
    all: 'alle',
    some_one: 'én valgt',
    some_other: '{{count}} valgt',
  },
  nn: {
    label: 'Utval',
    told: 'Utval: {{selection}}',
    all: 'alle',
    some_one: 'éin vald',
    some_other: '{{count}} valde',
  },
});

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface FiltersProps {
  /** What is selected, as a sentence. */
  readonly selection: string;
  readonly children: ReactNode;
}

/** What a list is narrowed by. On paper and on a narrow window the sentence stands for it; there it is opened. */
export function Filters({ selection, children }: FiltersProps) {
  const say = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className="only-print">{selection}</p>
      <Button
        variant="secondary"
        className="filters-button no-print"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {say('told', { selection })}
      </Button>
      <div
        id={id}
        className={isOpen ? 'filters open no-print' : 'filters no-print'}
        role="group"
        aria-label={say('label')}
      >
        {children}
      </div>
    </>
  );
}

interface OneProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** What it is called when nothing is chosen. */
  readonly all?: string;
}

/** One value, or all. */
export function FilterOne<Value extends string>({ label, options, value, onChange, all }: OneProps<Value>) {
  const say = useText();
  return (
    <ChooseOne
      {...{ label, value }}
      choices={options}
      choose={(chosen) => onChange(options.find((option) => option.value === chosen)?.value)}
      none={all ?? say('all')}
    />
  );
}

interface SomeProps {
  readonly label: string;
  readonly options: readonly Option<string>[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of several values; none chosen is all of them. */
export function FilterSome({ label, options, chosen, onChange }: SomeProps) {
  const say = useText();
  const [only] = chosen;
  const told =
    only === undefined
      ? say('all')
      : chosen.length === 1
        ? options.find(({ value }) => value === only)?.label
        : say('some', { count: chosen.length });
  return (
    <div className="filter-some">
      <span className="ds-label">{label}</span>
      <ChoiceMenu
        variant="secondary"
        title={told ?? say('all')}
        named={label}
        options={options}
        chosen={chosen}
        onChange={onChange}
      />
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
}

/** A day to select by; what is typed counts when one leaves the field or presses Enter. */
export function FilterDay({ label, value, onChange }: DayProps) {
  const textOf = (day: Day | undefined) => (day === undefined ? '' : fullDay(day));
  const [shown, setShown] = useState(value);
  const [typed, setTyped] = useState({ text: textOf(value), day: value });
  if (value !== shown) {
    setShown(value);
    if (value !== typed.day) setTyped({ text: textOf(value), day: value });
  }
  const select = () => {
    if (typed.day !== value && (typed.day !== undefined || typed.text === '')) onChange(typed.day);
  };
  return (
    <div onBlur={select} onKeyDown={({ key }) => key === 'Enter' && select()}>
      <DateField label={label} value={typed.text} onChange={(text, day) => setTyped({ text, day })} />
    </div>
  );
}
