import { Link } from '@tanstack/react-router';
import { isProblem } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { AsOf } from '../../as-of/as-of.js';
import { AsOfNotice } from '../../as-of/as-of-notice.js';
import { type Clock, senseOf } from '../../as-of/clock.js';
import type { Day } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { ApplicationSection } from './application-section.js';
import { CaseContext, type CasePageState } from './case-context.js';
import { CaseHead } from './case-head.js';
import { ClosingSection } from './closing-section.js';
import { Course } from './course.js';
import { Deadlines } from './deadlines.js';
import { DecisionSection } from './decision-section.js';
import { DocumentationSection } from './documentation-section.js';
import { FiledThen } from './filed-then.js';
import { LettersSection } from './letters-section.js';
import { MappingSection } from './mapping-section.js';
import { MeetingSection } from './meeting-section.js';
import { NotForThisRole } from './not-for-this-role.js';
import { Now } from './now.js';
import { Readiness } from './readiness.js';
import type { Case } from './scene.js';
import { caseRoute } from './search.js';

const useText = texts('case-then', {
  nb: {
    notYet: 'Saken hadde ikke begynt den dagen, eller ingenting var skrevet inn om den.',
    today: 'Vis saken slik den er i dag',
    beside: 'Det som gjelder personen ellers, vises bare slik det er i dag.',
    changes: 'Se hva som er endret siden',
  },
  nn: {
    notYet: 'Saka hadde ikkje byrja den dagen, eller ingenting var skrive inn om henne.',
    today: 'Vis saka slik ho er i dag',
    beside: 'Det som elles gjeld personen, blir berre vist slik det er i dag.',
    changes: 'Sjå kva som er endra sidan',
  },
});

interface Props {
  readonly caseId: string;
  readonly dag: Day;
  readonly klokke: Clock | undefined;
}

/** The case as its page was, or would have been, at the end of an earlier day: nothing is done on it. */
export function CaseThen({ caseId, dag, klokke }: Props) {
  const say = useText();
  const asked = { asOf: dag, sense: senseOf(klokke) } as const;
  const path = { caseId };
  const then = useRead('/v1/cases/{caseId}', { params: { path, query: asked } }, { every: 60_000 });
  // Of which days there is anything to see.
  const now = useRead('/v1/cases/{caseId}', { params: { path } });
  const of = then.data?.caseId === caseId ? then.data : undefined;
  const first = now.data?.openedOn ?? of?.openedOn;
  if (of !== undefined && first !== undefined) return <Shown {...{ of, first, dag, klokke }} />;
  const { error, refetch } = then;
  if (isProblem(error) && error.status === 403) return <NotForThisRole caseId={caseId} />;
  if (isProblem(error) && error.status === 400) {
    return (
      <>
        <p role="status">{say('notYet')}</p>
        <Link to="/sak/$caseId" params={{ caseId }}>
          {say('today')}
        </Link>
      </>
    );
  }
  return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
}

interface ShownProps {
  readonly of: Case;
  readonly first: Day;
  readonly dag: Day;
  readonly klokke: Clock | undefined;
}

function Shown({ of, first, dag, klokke }: ShownProps) {
  const say = useText();
  const navigate = caseRoute.useNavigate();
  const ask = (change: { dag?: Day | undefined; klokke?: Clock | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const asked = { dag, ...(klokke && { klokke }) };
  const state: CasePageState = {
    of,
    person: undefined,
    coordination: undefined,
    tasks: [],
    steps: [],
    opened: undefined,
    open: nothing,
    close: nothing,
    day: dag,
    isThen: true,
  };
  return (
    <CaseContext value={state}>
      <CaseHead />
      <div className="stack wide">
        <AsOfNotice asked={asked} ask={ask} />
        <AsOf first={first} asked={asked} ask={ask} />
        <Now isAsked={false} />
        <Course />
        <Deadlines />
        <Readiness />
        <ApplicationSection />
        <MappingSection />
        <MeetingSection />
        <DecisionSection />
        <LettersSection />
        <DocumentationSection />
        <ClosingSection />
        <FiledThen />
        <p className="quiet">
          {say('beside')}{' '}
          <Link
            className="no-print"
            to="/historikk/$what/$id"
            params={{ what: 'sak', id: of.caseId }}
            search={{ ...asked, endretFra: dag }}
          >
            {say('changes')}
          </Link>
        </p>
      </div>
    </CaseContext>
  );
}

const nothing = () => {};
