import { Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import type { Read } from '../api/read.js';
import { shortDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { capital, texts } from '../i18n/texts.js';
import { joined } from '../ui/joined.js';
import '../ui/lines.css';

const useText = texts('complaint-lines', {
  nb: { next: 'Neste: {{what}}', outcome: 'Utfall: {{what}}' },
  nn: { next: 'Neste: {{what}}', outcome: 'Utfall: {{what}}' },
});

type Line = Read<'/v1/complaints'>['complaints'][number];

/** Complaints of a person or in a case: when each came, what it is about, where it stands and what is next. */
export function ComplaintLines({ complaints }: { readonly complaints: readonly Line[] }) {
  const say = useText();
  const label = useLabel();
  return (
    <ul className="lines">
      {complaints.map(({ complaintId, begunOn, matters, status, waitsFor, outcome }) => (
        <li key={complaintId}>
          <Link to="/klage/$complaintId" params={{ complaintId }} className="figures">
            {shortDay(begunOn)}
          </Link>
          <div>
            <p>
              {capital(joined(...matters.map((matter) => label('complaintMatter', matter)))) ||
                capital(label('complaintStatus', status))}
            </p>
            <p className="small quiet">
              {waitsFor !== null
                ? say('next', { what: label('taskKind', waitsFor) })
                : outcome !== null && say('outcome', { what: label('complaintOutcome', outcome) })}
            </p>
          </div>
          <Tag data-color={waitsFor === null ? 'neutral' : 'warning'}>
            {capital(label('complaintStatus', status))}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
