import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { textOf } from '../../ui/opened.js';
import { Part } from '../../ui/records/part.js';
import { RecordList } from '../../ui/records/record-list.js';
import { drafting, stepsOf } from './document-steps.js';

const useText = texts('controlled-documents', {
  nb: {
    lead: 'Rutiner, sjekklister og maler: hvem som holder dem à jour, hvilken revisjon som gjelder, og når de skal gjennomgås.',
    document: 'Dokument',
    audience: 'For',
    cases: 'saker behandles etter det',
    state: 'Status',
    revision: 'Revisjon {{number}} fra {{day}}',
    responsible: 'Ansvar',
    maintains: 'Ajouransvarlig: {{name}}',
    approves: 'Godkjennes av {{role}}',
    review: 'Neste gjennomgang',
    overdue: 'over fristen',
    empty: 'Her står rutiner, sjekklister og maler, med hvem som holder dem à jour.',
  },
  nn: {
    lead: 'Rutinar, sjekklister og malar: kven som held dei à jour, kva revisjon som gjeld, og når dei skal gåast gjennom.',
    document: 'Dokument',
    audience: 'For',
    cases: 'saker blir behandla etter det',
    state: 'Status',
    revision: 'Revisjon {{number}} frå {{day}}',
    responsible: 'Ansvar',
    maintains: 'Ajouransvarleg: {{name}}',
    approves: 'Blir godkjent av {{role}}',
    review: 'Neste gjennomgang',
    overdue: 'over fristen',
    empty: 'Her står rutinar, sjekklister og malar, med kven som held dei à jour.',
  },
});

/** Routines, checklists and templates under control (F1, U19). */
export function Documents() {
  const say = useText();
  const label = useLabel();
  const mayChange = useHasRole('CASEWORKER', 'LEADER');
  const read = useRead('/v1/controlled-documents', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ documents }) => (
        <>
          <div className="row no-print">
            <DownloadButtons path="/v1/controlled-documents" variant="tertiary" />
          </div>
          <RecordList
            label={say('document')}
            rows={documents}
            keyOf={({ documentId }) => documentId}
            nameOf={({ title }) => textOf(title)}
            empty={say('empty')}
            historyOf={({ documentId }) => ({ what: 'dokument', id: documentId })}
            columns={[
              {
                title: say('document'),
                show: ({ title, kind, number, location }) => (
                  <>
                    <strong>{textOf(title)}</strong>
                    <span className="under">
                      {[kind && capital(label('documentKind', kind)), textOf(number), textOf(location)]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </>
                ),
              },
              {
                title: say('audience'),
                show: ({ audiences, forCases }) => (
                  <>
                    {capital(audiences.map((one) => label('documentAudience', one)).join(', '))}
                    {forCases === true && <span className="under">{say('cases')}</span>}
                  </>
                ),
              },
              {
                title: say('state'),
                show: ({ status, inForce }) => (
                  <>
                    {capital(label('documentStatus', status))}
                    {inForce !== null && (
                      <span className="under">
                        {say('revision', { number: inForce.revision, day: fullDay(inForce.validFrom) })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                title: say('responsible'),
                show: ({ maintainer, approverRole }) => (
                  <>
                    <span className="line">{say('maintains', { name: textOf(maintainer?.name) })}</span>
                    {approverRole !== null && (
                      <span className="under">
                        {say('approves', { role: label('authorityRole', approverRole) })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                title: say('review'),
                show: ({ nextReviewOn, isReviewOverdue }) => (
                  <>
                    {nextReviewOn !== null && fullDay(nextReviewOn)}
                    {isReviewOverdue && <strong className="line">{say('overdue')}</strong>}
                  </>
                ),
              },
            ]}
            {...(mayChange && { add: drafting, stepsOf })}
          />
        </>
      )}
    </Part>
  );
}
