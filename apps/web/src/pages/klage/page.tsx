import { useCallback, useMemo } from 'react';
import { DocumentsSection } from '../../documents/documents-section.js';
import { usePlace } from '../../shell/place.js';
import { LatestHistory } from '../../ui/latest-history.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import '../../ui/asked.css';
import '../../ui/matter.css';
import { keyOf } from '../../steps/placed-step.js';
import { Clock } from './clock.js';
import { ComplaintContext } from './complaint-context.js';
import { Course } from './course.js';
import { GovernorSection } from './governor-section.js';
import { GroundsSection } from './grounds-section.js';
import { ComplaintHead } from './head.js';
import { LettersSection } from './letters-section.js';
import { Now } from './now.js';
import { PackageSection } from './package-section.js';
import { ReceivedSection } from './received-section.js';
import { ReconsiderationSection } from './reconsideration-section.js';
import { type Scene, useScene } from './scene.js';
import { complaintRoute } from './search.js';
import { OpenForm, useRecorded } from './section.js';
import { type ComplaintStep, stepNamed, stepsOf } from './steps-of-complaint.js';
import { TimelinessSection } from './timeliness-section.js';

/** One complaint: where it stands, what is next and who does it, and every step of it done in place. */
export function ComplaintPage() {
  const { complaintId } = complaintRoute.useParams();
  const { scene, error, refetch } = useScene(complaintId);
  if (scene !== undefined) return <OneComplaint key={complaintId} {...scene} />;
  return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
}

function OneComplaint(scene: Scene) {
  const { of, ofCase } = scene;
  const { session, profile } = usePlace();
  const { steg } = complaintRoute.useSearch();
  const navigate = complaintRoute.useNavigate();
  const steps = useMemo(
    () => stepsOf(of, ofCase, session.roles, profile.deciderBody),
    [of, ofCase, session.roles, profile.deciderBody],
  );
  const go = useCallback(
    (step?: ComplaintStep) =>
      void navigate({
        search: step === undefined ? {} : { steg: keyOf(step) },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const close = useCallback(() => go(), [go]);
  const opened = stepNamed(steg, steps, of.waitsRequestId);
  return (
    <ComplaintContext value={{ ...scene, steps, opened, open: go, close }}>
      <ComplaintHead />
      <div className="with-side">
        <div className="stack wide">
          <Now isAsked={steg !== undefined && opened === undefined} />
          <Course of={of} />
          <Clock />
          <OpenForm section="withdrawal" onClose={close} />
          <ReceivedSection />
          <TimelinessSection />
          <GroundsSection />
          <ReconsiderationSection />
          <LettersSection />
          <PackageSection />
          <GovernorSection />
          <DocumentsSection
            of={{ recordKind: 'COMPLAINT', recordId: of.complaintId, subjectId: of.subject.subjectId }}
          />
        </div>
        <LatestHistory what="klage" id={of.complaintId} entries={useRecorded(of.complaintId)} />
      </div>
    </ComplaintContext>
  );
}
