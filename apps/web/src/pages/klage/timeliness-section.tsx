import { Tag } from '@digdir/designsystemet-react';
import { ComplaintIntake } from '../../complaints/intake.js';
import { fullDay } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useComplaintPage } from './complaint-context.js';
import type { Complaint } from './scene.js';
import { ComplaintSection } from './section.js';
import { hasPeriod } from './steps-of-complaint.js';

const useText = texts('complaint-timeliness', {
  nb: {
    title: 'Kom den i tide?',
    noPeriod: 'Det løper ingen klagefrist for det klagen gjelder. Den kan ikke være for sen.',
    would: 'Slik regner reglene det ut i dag. Ingenting avvises av seg selv: noen må vurdere det.',
    was: 'Slik ble det regnet ut da det ble vurdert.',
    assumed: 'Når svaret kom fram, er ikke bevist. Det leses til klagerens fordel.',
    limit: 'Kan unnskyldes til {{day}} (fvl. § 31).',
    found: 'Vurdert',
    ground: 'Grunn',
    reason: 'Begrunnelse',
    stated: 'Klageren sier at svaret kom',
    delivered: 'Svaret',
    counted: 'Dagen som teller',
    lead: 'Er det bare antatt når svaret kom fram, regnes klagen som i tide. Er den for sen, vurderes den etter fvl. § 31.',
  },
  nn: {
    title: 'Kom ho i tide?',
    noPeriod: 'Det går ingen klagefrist for det klaga gjeld. Ho kan ikkje vere for sein.',
    would: 'Slik reknar reglane det ut i dag. Ingenting blir avvist av seg sjølv: nokon må vurdere det.',
    was: 'Slik vart det rekna ut då det vart vurdert.',
    assumed: 'Når svaret kom fram, er ikkje bevist. Det blir lese til fordel for klagaren.',
    limit: 'Kan orsakast til {{day}} (fvl. § 31).',
    found: 'Vurdert',
    ground: 'Grunn',
    reason: 'Grunngiving',
    stated: 'Klagaren seier at svaret kom',
    delivered: 'Svaret',
    counted: 'Dagen som tel',
    lead: 'Er det berre rekna med når svaret kom fram, blir klaga rekna som i tide. Er ho for sein, blir ho vurdert etter fvl. § 31.',
  },
});

/** By when one might complain, by each law, how that day came about, and what somebody found. */
export function TimelinessSection() {
  const say = useText();
  const label = useLabel();
  const { of } = useComplaintPage();
  const { periods, timeliness, assessedOn, statedOn, lodgedOn, latenessGround, timelinessReason } = of;
  if (of.receivedOn === null) return null;
  return (
    <ComplaintSection name="timeliness" title={say('title')} lead={say('lead')}>
      {!hasPeriod(of) && <p>{say('noPeriod')}</p>}
      {periods.length > 0 && <p className="quiet">{say(assessedOn === null ? 'would' : 'was')}</p>}
      <ul className="records">
        {periods.map((period) => (
          <Period key={period.rule} period={period} />
        ))}
      </ul>
      <Facts
        rows={[
          ...of.deliveries.map(
            ({ kind, on }, at) =>
              [
                `${say('delivered')}${at === 0 ? '' : ` ${at + 1}`}`,
                capital(joined(label('complaintDelivery', kind), on !== undefined && fullDay(on))),
              ] as const,
          ),
          statedOn !== null && [say('stated'), fullDay(statedOn)],
          lodgedOn !== null && [say('counted'), fullDay(lodgedOn)],
          timeliness !== null &&
            assessedOn !== null && [
              say('found'),
              joined(capital(label('complaintTimeliness', timeliness)), fullDay(assessedOn)),
            ],
          latenessGround !== null && [say('ground'), capital(label('latenessGround', latenessGround))],
          timelinessReason !== null && [
            say('reason'),
            <p key="reason" className="keep-lines">
              {textOf(timelinessReason)}
            </p>,
          ],
        ]}
      />
      {of.status === 'DISMISSED' && (
        <ComplaintIntake
          subjectId={of.subject.subjectId}
          {...(of.caseId !== null && { caseId: of.caseId })}
          dismissedComplaintId={of.complaintId}
        />
      )}
    </ComplaintSection>
  );
}

function Period({ period }: { readonly period: Complaint['periods'][number] }) {
  const say = useText();
  const label = useLabel();
  const { items, legalBasis, sentence, verdict, limitOn, assumed } = period;
  return (
    <li>
      <p>
        <strong>{capital(joined(...items.map((item) => label('item', item))))}</strong>{' '}
        <span className="quiet small">{legalBasis}</span>{' '}
        <Tag data-color={verdict.startsWith('IN_TIME') ? 'success' : 'warning'}>
          {capital(label('timelinessVerdict', verdict))}
        </Tag>
      </p>
      <p className="air-small">{sentence[language()]}</p>
      {assumed && <p className="small quiet">{say('assumed')}</p>}
      {limitOn !== null && <p className="small quiet">{say('limit', { day: fullDay(limitOn) })}</p>}
    </li>
  );
}
