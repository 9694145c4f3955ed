import { Link } from '@tanstack/react-router';
import { dayInText, fullDay } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined, listOf } from '../../ui/joined.js';
import { useMeetingStatus } from '../../ui/meeting-status.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { meetingsOf } from '../../cases/meetings-of.js';

const useText = texts('case-meeting', {
  nb: {
    title: 'Møte',
    none: 'Saken er ikke satt opp på noe møte.',
    invited: 'Innkalt: {{units}}',
    recommended: 'Tilråding til nemnda {{day}}',
    board: 'Nemnda {{day}}: {{outcome}}',
  },
  nn: {
    title: 'Møte',
    none: 'Saka er ikkje sett opp på noko møte.',
    invited: 'Kalla inn: {{units}}',
    recommended: 'Tilråding til nemnda {{day}}',
    board: 'Nemnda {{day}}: {{outcome}}',
  },
});

/** The meetings that the case is called to, and what became of it there. */
export function MeetingSection() {
  const say = useText();
  const label = useLabel();
  const statusOf = useMeetingStatus();
  const { of } = useCasePage();
  const meetings = meetingsOf(of);
  const isEmpty = meetings.length === 0 && of.recommendedOn === null;
  return (
    <CaseSection name="meeting" title={say('title')} isEmpty={isEmpty}>
      {isEmpty && <p className="quiet">{say('none')}</p>}
      <ul className="records">
        {meetings.map(({ meetingId, meetsOn, kind, status, treatment, invitedUnits }) => (
          <li key={meetingId}>
            <Link to="/moter/$meetingId" params={{ meetingId }}>
              {capital(dayInText(meetsOn, language()))}
            </Link>
            <p className="small">
              {capital(
                joined(
                  label('meetingKind', kind),
                  treatment !== null
                    ? label('treatment', treatment)
                    : status !== null && statusOf({ status, meetsOn }),
                ),
              )}
            </p>
            {invitedUnits.length > 0 && (
              <p className="small quiet">
                {say('invited', { units: listOf(invitedUnits.map((unit) => label('unit', unit))) })}
              </p>
            )}
          </li>
        ))}
        {of.recommendedOn !== null && (
          <li>
            <strong>{say('recommended', { day: fullDay(of.recommendedOn) })}</strong>
            {of.recommendation.map(({ item, outcome, reason }) => (
              <p key={item}>
                {capital(joined(label('item', item), label('outcome', outcome)))}
                {reason !== null && `. ${textOf(reason)}`}
              </p>
            ))}
            {of.boardOutcome !== null && of.boardConcludedOn !== null && (
              <p>
                {say('board', {
                  day: fullDay(of.boardConcludedOn),
                  outcome: label('treatment', of.boardOutcome),
                })}
              </p>
            )}
          </li>
        )}
      </ul>
    </CaseSection>
  );
}
