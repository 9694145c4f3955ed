import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { DueMark } from '../../ui/due-mark.js';
import { useListedName } from '../../ui/listed-name.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import '../../ui/matter.css';

const useText = texts('complaint-deadlines', {
  nb: { title: 'Frister i klager', cases: 'Frister i saker' },
  nn: { title: 'Fristar i klager', cases: 'Fristar i saker' },
});

const most = 50;

/** By when what waits of complaints is to be done, and how that day came about; nothing where none waits. */
export function ComplaintDeadlines() {
  const say = useText();
  const label = useLabel();
  const words = useWords();
  const listedName = useListedName();
  const { data, error, refetch } = useRead('/v1/deadlines/of-complaints', {
    params: { query: { limit: most } },
  });
  if (data === undefined && error !== null) {
    return (
      <section className="air" aria-labelledby="complaint-deadlines">
        <h2 id="complaint-deadlines">{say('title')}</h2>
        <ProblemNotice error={error} retry={() => void refetch()} />
      </section>
    );
  }
  if (data === undefined || data.deadlines.length === 0) return null;
  return (
    <section className="air" aria-labelledby="complaint-deadlines">
      <h2 id="complaint-deadlines">{say('title')}</h2>
      <ul className="deadlines">
        {data.deadlines.map(({ complaintId, subject, deadline, dueOn, sentence, legalBasis }) => (
          <li key={complaintId}>
            <DueMark dueOn={dueOn} />
            <div>
              <Link to="/klage/$complaintId" params={{ complaintId }}>
                <strong>{listedName(subject)}</strong>
              </Link>
              : {label('complaintDeadline', deadline)} <span className="small quiet">{legalBasis}</span>
              <p className="small">{capital(words(sentence))}</p>
            </div>
          </li>
        ))}
      </ul>
      <h2 className="air">{say('cases')}</h2>
    </section>
  );
}
