import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { useNames } from './names.js';

const useText = texts('case-mapping', {
  nb: {
    title: 'Kartlegging',
    none: 'Ingen har fått i oppdrag å kartlegge.',
    assigned: 'Gitt til',
    from: 'fra {{day}}',
    due: 'Frist',
    mapped: 'Kartlagt',
    by: 'Kartlagt av',
    summary: 'Sammendrag',
  },
  nn: {
    title: 'Kartlegging',
    none: 'Ingen har fått i oppdrag å kartleggje.',
    assigned: 'Gitt til',
    from: 'frå {{day}}',
    due: 'Frist',
    mapped: 'Kartlagt',
    by: 'Kartlagt av',
    summary: 'Samandrag',
  },
});

/** Who is to map the need, and what was found. */
export function MappingSection() {
  const say = useText();
  const label = useLabel();
  const { whoOf } = useNames();
  const { of } = useCasePage();
  const isEmpty = of.assignmentId === null && of.mappedOn === null;
  const mapsSomebody = whoOf({ party: of.assignee, unit: of.assigneeUnit });
  return (
    <CaseSection name="mapping" title={say('title')} isEmpty={isEmpty}>
      {isEmpty && <p className="quiet">{say('none')}</p>}
      <Facts
        rows={[
          of.assignmentId !== null && [
            say('assigned'),
            joined(mapsSomebody, of.assignedOn !== null && say('from', { day: fullDay(of.assignedOn) })),
          ],
          of.dueOn !== null && [say('due'), fullDay(of.dueOn)],
          of.mappedOn !== null && [say('mapped'), fullDay(of.mappedOn)],
          of.performer !== null && [
            say('by'),
            joined(
              textOf(of.performer.name),
              of.competenceBasis !== null && label('competenceBasis', of.competenceBasis),
            ),
          ],
          of.mappingSummary !== null && [
            say('summary'),
            <p key="summary" className="keep-lines">
              {textOf(of.mappingSummary)}
            </p>,
          ],
        ]}
      />
    </CaseSection>
  );
}
