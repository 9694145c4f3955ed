import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { type Day, daysFrom, fullDay, plusDays, shortDay, today } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { DateField } from '../ui/date-field.js';
import type { AsOfSearch, Clock } from './clock.js';
import './as-of.css';

const useText = texts('as-of', {
  nb: {
    label: 'Slik det var den dagen',
    now: 'i dag',
    drag: 'Dra for å gå bakover',
    count: 'Tell med',
    happened: 'det som hadde skjedd',
    written: 'det som var skrevet inn',
  },
  nn: {
    label: 'Slik det var den dagen',
    now: 'i dag',
    drag: 'Dra for å gå bakover',
    count: 'Tel med',
    happened: 'det som hadde hendt',
    written: 'det som var skrive inn',
  },
});

interface Props {
  readonly first: Day;
  readonly asked: AsOfSearch;
  readonly ask: (change: { dag?: Day | undefined; klokke?: Clock | undefined }) => void;
}

/** As of which day a record is shown, and by which of the two clocks. */
export function AsOf({ first, asked, ask }: Props) {
  const say = useText();
  const id = useId();
  const [typed, setTyped] = useState<{ readonly text: string; readonly day: Day | undefined }>();
  const now = today();
  const day = asked.dag ?? now;
  const choose = (chosen: Day) => ask({ dag: chosen >= now ? undefined : chosen });
  const asText = asked.dag === undefined ? say('now') : fullDay(asked.dag);
  return (
    <div className="as-of panel light no-print">
      <DateField
        label={say('label')}
        value={typed !== undefined && (typed.day ?? day) === day ? typed.text : asText}
        onChange={(text, read) => {
          setTyped({ text, day: read });
          if (read !== undefined && read <= now) choose(read);
        }}
      />
      <div className="slider">
        <label htmlFor={id} className="small quiet">
          {say('drag')}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, daysFrom(first, now))}
          value={Math.max(0, daysFrom(first, day))}
          aria-valuetext={fullDay(day)}
          onChange={({ target }) => {
            setTyped(undefined);
            choose(plusDays(first, Number(target.value)));
          }}
        />
        <span className="row apart small">
          <span>{shortDay(first)}</span>
          <span>{shortDay(now)}</span>
        </span>
      </div>
      <Fieldset>
        <Fieldset.Legend>{say('count')}</Fieldset.Legend>
        <Radio
          name={`${id}-clock`}
          value="skjedd"
          label={say('happened')}
          checked={asked.klokke !== 'skrevet'}
          onChange={() => ask({ klokke: undefined })}
        />
        <Radio
          name={`${id}-clock`}
          value="skrevet"
          label={say('written')}
          checked={asked.klokke === 'skrevet'}
          onChange={() => ask({ klokke: 'skrevet' })}
        />
      </Fieldset>
    </div>
  );
}
