import { useCallback, useMemo } from 'react';
import { isProblem } from '../../api/problem.js';
import { today } from '../../dates/dates.js';
import { DocumentsSection } from '../../documents/documents-section.js';
import { usePlace } from '../../shell/place.js';
import { LatestHistory } from '../../ui/latest-history.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { keyOf } from '../../steps/placed-step.js';
import { ApplicationSection } from './application-section.js';
import { CaseContext } from './case-context.js';
import { CaseHead } from './case-head.js';
import { CaseThen } from './case-then.js';
import { stepNamed, stepsIn } from './case-steps.js';
import { ClosingSection } from './closing-section.js';
import { ComplaintsSection } from './complaints-section.js';
import { CoordinatorSection } from './coordinator-section.js';
import { Course } from './course.js';
import { Deadlines } from './deadlines.js';
import { DecisionSection } from './decision-section.js';
import { DocumentationSection } from './documentation-section.js';
import { LettersSection } from './letters-section.js';
import { MappingSection } from './mapping-section.js';
import { MeetingSection } from './meeting-section.js';
import { NotForThisRole } from './not-for-this-role.js';
import { Now } from './now.js';
import { Readiness } from './readiness.js';
import { type Scene, useScene } from './scene.js';
import { caseRoute } from './search.js';
import type { CaseStep } from './steps-of-case.js';
import { useRecorded } from './use-recorded.js';
import '../../ui/matter.css';
import './page.css';

/** One case: where it stands, what is next, what is missing, and every step of it done in place. */
export function CasePage() {
  const { caseId } = caseRoute.useParams();
  const { dag, klokke } = caseRoute.useSearch();
  return dag === undefined ? <CaseNow caseId={caseId} /> : <CaseThen {...{ caseId, dag, klokke }} />;
}

function CaseNow({ caseId }: { readonly caseId: string }) {
  const { scene, error, refetch } = useScene(caseId);
  if (scene !== undefined) return <OneCase key={caseId} {...scene} />;
  if (isProblem(error) && error.status === 403) return <NotForThisRole caseId={caseId} />;
  return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
}

function OneCase(scene: Scene) {
  const { of, person, coordination, tasks } = scene;
  const { session, profile } = usePlace();
  const { steg } = caseRoute.useSearch();
  const navigate = caseRoute.useNavigate();
  const steps = useMemo(
    () =>
      stepsIn({ of, person, coordination, tasks }, session.roles, {
        decider: profile.deciderBody,
        toldTo: profile.allocationToldTo,
        today: today(),
      }),
    [of, person, coordination, tasks, session.roles, profile.deciderBody, profile.allocationToldTo],
  );
  const open = useCallback(
    (step: CaseStep) => void navigate({ search: { steg: keyOf(step) }, replace: true }),
    [navigate],
  );
  const close = useCallback(() => void navigate({ search: {}, replace: true }), [navigate]);
  const opened = stepNamed(steg, steps, scene);
  return (
    <CaseContext value={{ ...scene, steps, opened, open, close, day: today(), isThen: false }}>
      <CaseHead />
      <div className="with-side">
        <div className="stack wide">
          <Now isAsked={steg !== undefined && opened === undefined} />
          <Course />
          <Deadlines />
          <Readiness />
          <ApplicationSection />
          <MappingSection />
          <MeetingSection />
          <DecisionSection />
          <LettersSection />
          <CoordinatorSection />
          <ComplaintsSection />
          <DocumentsSection
            of={{ recordKind: 'CASE', recordId: of.caseId, subjectId: of.subject.subjectId }}
          />
          <DocumentationSection />
          <ClosingSection />
        </div>
        <LatestHistory what="sak" id={of.caseId} entries={useRecorded(of.caseId)} />
      </div>
    </CaseContext>
  );
}
