import { Checkbox, Field, Fieldset, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type Day, fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { DateField } from '../../ui/date-field.js';
import type { HistorySearch } from './search.js';
import { type Entry, kindsIn, writersIn } from './trail.js';

const useText = texts('history-filters', {
  nb: {
    title: 'Vis bare',
    kinds: 'Slag',
    all: 'Ingen valgt: alt vises.',
    who: 'Skrevet inn av',
    everybody: 'Alle',
    from: 'Fra og med',
    until: 'Til og med',
    clear: 'Vis alt',
  },
  nn: {
    title: 'Vis berre',
    kinds: 'Slag',
    all: 'Ingen valde: alt blir vist.',
    who: 'Skrive inn av',
    everybody: 'Alle',
    from: 'Frå og med',
    until: 'Til og med',
    clear: 'Vis alt',
  },
});

interface Props {
  readonly entries: readonly Entry[];
  readonly asked: HistorySearch;
  readonly ask: (change: Partial<Record<keyof HistorySearch, string | undefined>>) => void;
}

/** Which entries are shown: of what kind, written in by whom, and of which days. Stands in the address. */
export function Filters({ entries, asked, ask }: Props) {
  const say = useText();
  const chosen = asked.slag?.split(',') ?? [];
  const choose = (kind: string, isChosen: boolean) => {
    const now = isChosen ? [...chosen, kind] : chosen.filter((one) => one !== kind);
    ask({ slag: now.length === 0 ? undefined : now.join(',') });
  };
  const isNarrowed = [asked.slag, asked.hvem, asked.fra, asked.til].some((one) => one !== undefined);
  return (
    <section className="panel light history-filters">
      <h2>{say('title')}</h2>
      <Fieldset>
        <Fieldset.Legend>{say('kinds')}</Fieldset.Legend>
        <Fieldset.Description>{say('all')}</Fieldset.Description>
        {kindsIn(entries).map(({ value, label, count }) => (
          <Checkbox
            key={value}
            label={
              <>
                {label} <span className="quiet figures">{count}</span>
              </>
            }
            checked={chosen.includes(value)}
            onChange={({ target }) => choose(value, target.checked)}
          />
        ))}
      </Fieldset>
      <Field>
        <Label>{say('who')}</Label>
        <Select
          value={asked.hvem ?? ''}
          onChange={({ target }) => ask({ hvem: target.value === '' ? undefined : target.value })}
        >
          <Select.Option value="">{say('everybody')}</Select.Option>
          {writersIn(entries).map(({ value, label }) => (
            <Select.Option key={value} value={value}>
              {label}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <DayFilter label={say('from')} day={asked.fra} onDay={(fra) => ask({ fra })} />
      <DayFilter label={say('until')} day={asked.til} onDay={(til) => ask({ til })} />
      {isNarrowed && (
        <button
          type="button"
          className="link-button"
          onClick={() => ask({ slag: undefined, hvem: undefined, fra: undefined, til: undefined })}
        >
          {say('clear')}
        </button>
      )}
    </section>
  );
}

interface DayProps {
  readonly label: string;
  readonly day: Day | undefined;
  readonly onDay: (day: Day | undefined) => void;
}

function DayFilter({ label, day, onDay }: DayProps) {
  const [typed, setTyped] = useState({ text: day === undefined ? '' : fullDay(day), day });
  // The address may have been changed otherwise, as by going back.
  const text = typed.day === day ? typed.text : day === undefined ? '' : fullDay(day);
  return (
    <DateField
      label={label}
      value={text}
      onChange={(written, read) => {
        setTyped({ text: written, day: read });
        if (read !== day) onDay(read);
      }}
    />
  );
}
