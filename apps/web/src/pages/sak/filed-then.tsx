import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';

const useText = texts('case-filed-then', {
  nb: {
    documents: 'Dokumenter',
    noDocuments: 'Ingenting var arkivert på saken.',
    complaints: 'Klager',
    noComplaints: 'Ingen hadde klaget i saken.',
    from: 'fra {{who}}',
    to: 'til {{who}}',
    filed: 'arkivert {{day}}',
    begun: 'Begynt {{day}}',
  },
  nn: {
    documents: 'Dokument',
    noDocuments: 'Ingenting var arkivert på saka.',
    complaints: 'Klager',
    noComplaints: 'Ingen hadde klaga i saka.',
    from: 'frå {{who}}',
    to: 'til {{who}}',
    filed: 'arkivert {{day}}',
    begun: 'Byrja {{day}}',
  },
});

/** Documents and complaints of the case, as they were on the day that is looked at. */
export function FiledThen() {
  const say = useText();
  const label = useLabel();
  const { documents, complaints } = useCasePage().of;
  return (
    <>
      {documents !== null && (
        <section className="case-section" aria-labelledby="documents-then">
          <h2 id="documents-then">{say('documents')}</h2>
          {documents.length === 0 && <p className="quiet">{say('noDocuments')}</p>}
          <ul className="records">
            {documents.map(({ documentId, title, kind, documentDate, filedOn, sender, receiver }) => (
              <li key={documentId}>
                <strong>{textOf(title)}</strong>
                <p className="small quiet">
                  {joined(
                    fullDay(documentDate),
                    label('filedDocumentKind', kind),
                    sender !== null && say('from', { who: textOf(sender) }),
                    receiver !== null && say('to', { who: textOf(receiver) }),
                    say('filed', { day: fullDay(filedOn) }),
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {complaints !== null && (
        <section className="case-section" aria-labelledby="complaints-then">
          <h2 id="complaints-then">{say('complaints')}</h2>
          {complaints.length === 0 && <p className="quiet">{say('noComplaints')}</p>}
          <ul className="records">
            {complaints.map(({ complaintId, begunOn, status, outcome, complainant }) => (
              <li key={complaintId}>
                <strong>{say('begun', { day: fullDay(begunOn) })}</strong>
                <p className="small quiet">
                  {joined(
                    capital(label('complaintStatus', status)),
                    outcome !== null && label('complaintOutcome', outcome),
                    complainant !== null && say('from', { who: label('complainant', complainant) }),
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
