import { useState } from 'react';
import { useRead } from '../../api/read.js';
import { clockOf, dayOf, fullDay, plusDays, today } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { ChooseOne } from '../../ui/choose-one.js';
import { Part } from '../../ui/records/part.js';
import { BehindWindow } from './behind-window.js';
import { KeyFigures } from './key-figures.js';
import { periodsOver } from './periods.js';
import { ProfileChanges } from './profile-changes.js';
import { usePeriod } from './said.js';
import { reportsRoute } from './search.js';
import { Themes } from './themes.js';

const useText = texts('figures-of-period', {
  nb: {
    lead: 'Enhetens egne tall, talt av alt som er registrert til nå. De blir i enheten. Det forumet får, står i rapportene.',
    period: 'Periode',
    soFar: '{{year}} til nå',
    counted: 'Siste registrering som er telt med: {{day}} kl. {{clock}}.',
  },
  nn: {
    lead: 'Dei eigne tala til eininga, talde av alt som er registrert til no. Dei blir i eininga. Det forumet får, står i rapportane.',
    period: 'Periode',
    soFar: '{{year}} til no',
    counted: 'Siste registrering som er teld med: {{day}} kl. {{clock}}.',
  },
});

/** The unit's own figures of any year or half-year, with who is behind them. */
export function FiguresOfPeriod() {
  const say = useText();
  const period = usePeriod();
  const { fra, til } = reportsRoute.useSearch();
  const navigate = reportsRoute.useNavigate();
  const [asked, setAsked] = useState<{ readonly cell: string; readonly label: string }>();
  const now = today();
  const soFar = { from: `${now.slice(0, 4)}-01-01`, to: plusDays(now, 1) };
  const all = [soFar, ...periodsOver(now)];
  const { from, to } = fra !== undefined && til !== undefined ? { from: fra, to: til } : soFar;
  const read = useRead('/v1/reports/figures/tables', { params: { query: { from, to } } });
  const behind = useRead(
    '/v1/reports/figures/behind',
    { params: { query: { from, to, cell: asked?.cell ?? '' } } },
    { enabled: asked !== undefined },
  );
  return (
    <>
      <div className="no-print">
        <ChooseOne
          label={say('period')}
          value={`${from}/${to}`}
          choices={all.map((one) => ({
            value: `${one.from}/${one.to}`,
            label: one === soFar ? say('soFar', { year: now.slice(0, 4) }) : period(one),
          }))}
          choose={(value) => {
            const [first, last] = value?.split('/') ?? [];
            void navigate({
              search: { del: 'tall', ...(first && last && { fra: first, til: last }) },
              replace: true,
            });
          }}
        />
      </div>
      <Part read={read} lead={say('lead')}>
        {({ themes, recordedAt, profileChanges }) => (
          <div className="stack wide">
            <p className="small quiet">
              {say('counted', { day: fullDay(dayOf(recordedAt)), clock: clockOf(recordedAt) })}
            </p>
            <ProfileChanges days={profileChanges} />
            <KeyFigures themes={themes} />
            <Themes themes={themes} onAsk={(cell, label) => setAsked({ cell, label })} />
          </div>
        )}
      </Part>
      {asked && <BehindWindow label={asked.label} read={behind} close={() => setAsked(undefined)} />}
    </>
  );
}
