import { Link } from '@tanstack/react-router';
import { type Read, useRead } from '../../api/read.js';
import { fullDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Part } from '../../ui/records/part.js';
import { RecordList } from '../../ui/records/record-list.js';
import { Actions } from './actions.js';
import { BeginReport } from './begin-report.js';
import { isFree, periodsOver } from './periods.js';
import { usePeriod } from './said.js';

const useText = texts('report-list', {
  nb: {
    lead: 'En rapport fryser tallene for en periode, slik at de er de samme for alltid. Forumet får de tallene som ikke røper noen.',
    open: 'Det forumet har bedt om',
    period: 'Periode',
    state: 'Hvor langt den er kommet',
    replaced: 'Erstattet av en ny rapport',
    submitted: 'Lagt fram {{day}}',
    approved: 'Godkjent {{day}}',
    frozen: 'Tallene er låst {{day}}',
    begun: 'Begynt {{day}}, tallene er ikke låst',
    sections: 'Skrevet',
    ofFour: '{{count}} av 4 deler',
    empty: 'Her står rapportene til forumet.',
  },
  nn: {
    lead: 'Ein rapport frys tala for ein periode, slik at dei er dei same for alltid. Forumet får dei tala som ikkje røper nokon.',
    open: 'Det forumet har bede om',
    period: 'Periode',
    state: 'Kor langt han er komen',
    replaced: 'Erstatta av ein ny rapport',
    submitted: 'Lagd fram {{day}}',
    approved: 'Godkjend {{day}}',
    frozen: 'Tala er låste {{day}}',
    begun: 'Byrja {{day}}, tala er ikkje låste',
    sections: 'Skrive',
    ofFour: '{{count}} av 4 delar',
    empty: 'Her står rapportane til forumet.',
  },
});

type Listed = Read<'/v1/reports'>['reports'][number];

/** Every report, the newest first, and what the forum asked for that is not done. */
export function ReportList() {
  const say = useText();
  const label = useLabel();
  const period = usePeriod();
  const leads = useHasRole('LEADER');
  const read = useRead('/v1/reports', {});
  const stateOf = ({ replacedBy, submittedOn, approvedOn, frozen, closedOn }: Listed) => {
    if (replacedBy !== null) return say('replaced');
    if (submittedOn !== null) return say('submitted', { day: fullDay(submittedOn) });
    if (approvedOn !== null) return say('approved', { day: fullDay(approvedOn) });
    if (frozen !== null) return say('frozen', { day: fullDay(frozen.frozenOn) });
    return say('begun', { day: fullDay(closedOn) });
  };
  return (
    <Part read={read} lead={say('lead')}>
      {({ reports }) => {
        const open = reports.flatMap(({ actions }) => actions.filter(({ doneOn }) => doneOn === null));
        return (
          <>
            {open.length > 0 && <Actions title={say('open')} actions={open} />}
            {leads && <BeginReport periods={periodsOver(today()).filter((one) => isFree(one, reports))} />}
            <RecordList
              label={say('period')}
              rows={reports.toReversed()}
              keyOf={({ reportId }) => reportId}
              nameOf={(one) => period(one)}
              empty={say('empty')}
              columns={[
                {
                  title: say('period'),
                  show: (one) => (
                    <>
                      <Link to="/rapport/$reportId" params={{ reportId: one.reportId }}>
                        {period(one)}
                      </Link>
                      <span className="under">{capital(label('reportLevel', one.level))}</span>
                    </>
                  ),
                },
                { title: say('state'), show: stateOf },
                {
                  title: say('sections'),
                  show: ({ sections }) =>
                    say('ofFour', { count: sections.filter(({ text }) => text !== null).length }),
                },
              ]}
            />
          </>
        );
      }}
    </Part>
  );
}
