import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { OpenStep, type OpenStepProps } from '../../steps/open-step.js';
import type { OperationId } from '../../steps/operations.js';
import { StepButton } from '../../steps/step-button.js';
import { type CourseStep, StepList } from '../../ui/step-list.js';
import { reportRoute } from './search.js';
import type { Report } from './told.js';

const useText = texts('before-sending', {
  nb: {
    title: 'Hvor langt rapporten er kommet',
    begun: 'Tallene er tatt ut',
    frozen: 'Tallene er låst',
    written: 'De fire delene er skrevet',
    someWritten: '{{count}} av 4',
    approved: 'Godkjent',
    submitted: 'Lagt fram for forumet',
    replaced: 'En nyere rapport erstatter denne. Den blir stående som den var.',
    freezeLead: 'Etterpå kan tallene ikke endres. Er de feil, må det lages en ny rapport.',
    approveLead: 'Etterpå kan teksten ikke endres.',
    unwritten: 'Én eller flere deler er ikke skrevet.',
    replace: 'Lag en ny rapport som erstatter denne',
  },
  nn: {
    title: 'Kor langt rapporten er komen',
    begun: 'Tala er tekne ut',
    frozen: 'Tala er låste',
    written: 'Dei fire delane er skrivne',
    someWritten: '{{count}} av 4',
    approved: 'Godkjend',
    submitted: 'Lagd fram for forumet',
    replaced: 'Ein nyare rapport erstattar denne. Han blir ståande som han var.',
    freezeLead: 'Etterpå kan tala ikkje endrast. Er dei feil, må det lagast ein ny rapport.',
    approveLead: 'Etterpå kan teksten ikkje endrast.',
    unwritten: 'Éin eller fleire delar er ikkje skrivne.',
    replace: 'Lag ein ny rapport som erstattar denne',
  },
});

/** Which step comes next; the forum's answers come after the report was laid before it. */
const nextOf = ({ frozen, approvedOn, submittedOn }: Report): OperationId =>
  frozen === null
    ? 'Reports_freeze'
    : approvedOn === null
      ? 'Reports_approve'
      : submittedOn === null
        ? 'Reports_submit'
        : 'Reports_agree';

/** How far a report has come, and what its leader does next. */
export function BeforeSending({ report }: { readonly report: Report }) {
  const say = useText();
  const leads = useHasRole('LEADER');
  const { steg } = reportRoute.useSearch();
  const navigate = reportRoute.useNavigate();
  const { reportId, from, to, closedOn, frozen, approvedOn, submittedOn, sections, replacedBy } = report;
  const count = sections.filter(({ text }) => text !== null).length;
  const next = nextOf(report);
  const open = (step?: string) =>
    void navigate({
      search: ({ vis }) => ({ ...(vis && { vis }), ...(step !== undefined && { steg: step }) }),
      replace: true,
      resetScroll: false,
    });
  const forms: Readonly<Record<string, OpenStepProps>> = {
    Reports_freeze: {
      operation: 'Reports_freeze',
      params: { reportId },
      lead: say('freezeLead'),
      hide: ['frozenOn'],
    },
    Reports_approve: {
      operation: 'Reports_approve',
      params: { reportId },
      lead: count < 4 ? `${say('unwritten')} ${say('approveLead')}` : say('approveLead'),
    },
    Reports_submit: { operation: 'Reports_submit', params: { reportId } },
    Reports_agree: {
      operation: 'Reports_agree',
      params: { reportId },
      first: ['action', 'ownerId', 'dueOn', 'agreedOn'],
    },
    Reports_close: {
      operation: 'Reports_close',
      title: say('replace'),
      preset: { from, to, replaces: reportId },
      hide: ['from', 'to', 'replaces', 'unitOrder', 'threeYearTables', 'blockFrom', 'closedOn'],
    },
  };
  const form = forms[steg ?? ''];
  const at = (name: string, on: string | null, more?: string): CourseStep => ({
    name,
    state: on === null ? 'not-begun' : 'done',
    on,
    ...(more !== undefined && { more }),
  });
  return (
    <section className="panel no-print" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      {replacedBy !== null && <p>{say('replaced')}</p>}
      <StepList
        steps={[
          at(say('begun'), closedOn),
          at(say('frozen'), frozen?.frozenOn ?? null),
          {
            name: say('written'),
            state: count === 4 ? 'done' : 'not-begun',
            on: null,
            more: say('someWritten', { count }),
          },
          at(say('approved'), approvedOn),
          at(say('submitted'), submittedOn),
        ]}
      />
      {leads && replacedBy === null && (
        <div className="stack air-small">
          <div className="row">
            <StepButton
              operation={next}
              primary
              open={steg === next}
              toggle={() => open(steg === next ? undefined : next)}
            />
            {frozen !== null && (
              <StepButton
                operation="Reports_close"
                label={say('replace')}
                open={steg === 'Reports_close'}
                toggle={() => open(steg === 'Reports_close' ? undefined : 'Reports_close')}
              />
            )}
          </div>
          {form && (
            <OpenStep
              key={steg}
              {...form}
              onDone={({ reportId: made }) =>
                steg === 'Reports_close' && typeof made === 'string'
                  ? void navigate({ to: '/rapport/$reportId', params: { reportId: made } })
                  : open()
              }
              onCancel={() => open()}
            />
          )}
        </div>
      )}
    </section>
  );
}
