import { shortDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { type Insight, useFollowUp } from './follow-up-context.js';
import { mayBeChild } from './may-be-child.js';
import { Steps } from './steps.js';

const useText = texts('follow-up-insights', {
  nb: {
    title: 'Hva foreldre får se av planen',
    lead: 'Under 12 år ser de alt. Mellom 12 og 16 år ser de ikke det barnet holder tilbake av grunner som bør respekteres. Mellom 16 og 18 år ser de bare det foreldreansvaret krever. Her står det som er bestemt i tillegg.',
    none: 'Det er ikke bestemt noe.',
    withheld: 'Vises ikke {{whom}}: {{what}}',
    required: 'Skal vises {{whom}}: {{what}}',
    to: 'til {{name}}',
    toAll: 'til foreldre og verger',
    by: 'bestemt av {{name}}',
    ended: 'gjelder ikke lenger fra {{day}}',
  },
  nn: {
    title: 'Kva foreldre får sjå av planen',
    lead: 'Under 12 år ser dei alt. Mellom 12 og 16 år ser dei ikkje det barnet held tilbake av grunnar som bør respekterast. Mellom 16 og 18 år ser dei berre det foreldreansvaret krev. Her står det som er avgjort i tillegg.',
    none: 'Det er ikkje avgjort noko.',
    withheld: 'Blir ikkje vist {{whom}}: {{what}}',
    required: 'Skal visast {{whom}}: {{what}}',
    to: 'til {{name}}',
    toAll: 'til foreldre og verjer',
    by: 'avgjort av {{name}}',
    ended: 'gjeld ikkje lenger frå {{day}}',
  },
});

/** What was decided of what parents may see of a child's plan (pbrl § 3-4): for whoever coordinates. Nothing of an adult, of whom nothing was. */
export function Insights() {
  const say = useText();
  const { of } = useFollowUp();
  if (of.insights.length === 0 && !mayBeChild(of.subject.birthYear, today())) return null;
  return (
    <Section title={say('title')}>
      <p className="small quiet">{say('lead')}</p>
      {of.insights.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <ul className="lines">
          {of.insights.map((one) => (
            <OneInsight key={one.insightId} one={one} />
          ))}
        </ul>
      )}
      <Steps steps={[{ operation: 'ParentalInsight_withhold' }, { operation: 'ParentalInsight_require' }]} />
    </Section>
  );
}

function OneInsight({ one }: { readonly one: Insight }) {
  const say = useText();
  const label = useLabel();
  const { insightId, party, sections, ground, reason, decidedBy, decidedOn, endedOn, endReason } = one;
  const whom = party === null ? say('toAll') : say('to', { name: textOf(party.name) });
  const what = sections.map((section) => label('planSection', section)).join(', ');
  return (
    <li>
      <span className="figures">{shortDay(decidedOn)}</span>
      <div>
        <p>{say(ground === null ? 'required' : 'withheld', { whom, what })}</p>
        <p className="small quiet">
          {capital(
            joined(
              ground !== null && label('withholdingGround', ground),
              say('by', { name: textOf(decidedBy.name) }),
              endedOn !== null && say('ended', { day: shortDay(endedOn) }),
            ),
          )}
        </p>
        <p className="small keep-lines">{textOf(reason)}</p>
        {endReason !== null && <p className="small keep-lines">{textOf(endReason)}</p>}
        {endedOn === null && (
          <Steps steps={[{ operation: 'ParentalInsight_end', about: insightId, params: { insightId } }]} />
        )}
      </div>
    </li>
  );
}
