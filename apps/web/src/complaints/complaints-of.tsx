import { Link } from '@tanstack/react-router';
import { useRead } from '../api/read.js';
import { texts } from '../i18n/texts.js';
import { useHasRole } from '../shell/place.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { ComplaintIntake } from './intake.js';
import { ComplaintLines } from './complaint-lines.js';
import { registrars } from './recording.js';

const useText = texts('complaints-of', {
  nb: {
    noneInCase: 'Ingen har klaget i denne saken.',
    noneOfPerson: 'Ingen har klaget i saken til denne personen.',
    more: 'Vis alle klagene',
  },
  nn: {
    noneInCase: 'Ingen har klaga i denne saka.',
    noneOfPerson: 'Ingen har klaga i saka til denne personen.',
    more: 'Vis alle klagene',
  },
});

const most = 10;

interface Props {
  readonly subjectId: string;
  /** Those of this case alone. */
  readonly caseId?: string;
  /** The decision of the case that somebody would complain of. */
  readonly decisionId?: string;
}

/** Not coordinators: a complaint may be about them. */
export function useSeesComplaints(): boolean {
  return useHasRole(...registrars);
}

/** What was complained of in a case or by a person, the newest first, and a way to write down the next. */
export function ComplaintsOf({ subjectId, caseId, decisionId }: Props) {
  const say = useText();
  const sees = useSeesComplaints();
  const query = caseId === undefined ? { subjectId } : { caseId };
  const { data, error, refetch } = useRead(
    '/v1/complaints',
    { params: { query: { ...query, limit: most } } },
    { enabled: sees },
  );
  if (!sees) return null;
  return (
    <>
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data?.complaints.length === 0 && (
        <p className="quiet">{say(caseId === undefined ? 'noneOfPerson' : 'noneInCase')}</p>
      )}
      <ComplaintLines complaints={data?.complaints ?? []} />
      {data?.next !== undefined && (
        <Link to="/klager" search={caseId === undefined ? { person: subjectId } : { sak: caseId }}>
          {say('more')}
        </Link>
      )}
      <ComplaintIntake
        subjectId={subjectId}
        {...(caseId !== undefined && { caseId })}
        {...(decisionId !== undefined && { decisionId })}
      />
    </>
  );
}
