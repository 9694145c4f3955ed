import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { useFollowUp } from './follow-up-context.js';
import { Steps } from './steps.js';

const useText = texts('follow-up-insight-reviews', {
  nb: {
    title: 'Alder og hva foreldre får se',
    FROM_12: '12 år: barnet kan selv holde noe tilbake fra foreldrene',
    FROM_16: '16 år: personen samtykker selv, og foreldrene ser bare det foreldreansvaret krever',
    ADULT: '18 år: foreldrene ser ikke planen uten samtykke',
    law: 'Loven gjelder av seg selv fra denne dagen (pbrl § 3-4). Personen skal høres om det.',
    waits: 'Personen er ikke hørt',
    done: '{{how}} {{day}}',
  },
  nn: {
    title: 'Alder og kva foreldre får sjå',
    FROM_12: '12 år: barnet kan sjølv halde noko tilbake frå foreldra',
    FROM_16: '16 år: personen samtykkjer sjølv, og foreldra ser berre det foreldreansvaret krev',
    ADULT: '18 år: foreldra ser ikkje planen utan samtykke',
    law: 'Lova gjeld av seg sjølv frå denne dagen (pbrl § 3-4). Personen skal høyrast om det.',
    waits: 'Personen er ikkje høyrd',
    done: '{{how}} {{day}}',
  },
});

/** The ages that changed what parents see of the plan, and how the person was heard of it. */
export function InsightReviews() {
  const say = useText();
  const label = useLabel();
  const { of } = useFollowUp();
  if (of.insightReviews.length === 0) return null;
  return (
    <Section title={say('title')}>
      <p className="small quiet">{say('law')}</p>
      <ul className="lines">
        {of.insightReviews.map(({ reviewId, age, dueOn, hearing, reviewedOn, text }, at) => (
          <li key={reviewId}>
            <span className="figures">{shortDay(dueOn)}</span>
            <div>
              {age !== 'UNDER_12' && <p>{say(age)}</p>}
              <p className="small quiet">
                {hearing === null || reviewedOn === null
                  ? say('waits')
                  : say('done', {
                      how: capital(label('insightHearing', hearing)),
                      day: shortDay(reviewedOn),
                    })}
              </p>
              {text !== null && <p className="small keep-lines">{textOf(text)}</p>}
              {reviewedOn === null && at === 0 && (
                <Steps
                  steps={[{ operation: 'InsightReviews_complete', about: reviewId, params: { reviewId } }]}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
