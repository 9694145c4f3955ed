import { useRead } from '../../api/read.js';
import { dayInText } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { joined, listOf } from '../../ui/joined.js';

const useText = texts('case-facts', {
  nb: {
    stillPossible: 'Saken kan utsettes, eller behandles likevel.',
    applied: 'Søknaden kom',
    told: 'Behovet ble meldt',
    from: '{{day}}, {{channel}}',
    items: 'Søkt om',
    wish: 'Ønske',
    need: 'Behov',
    mapped: 'Kartlagt',
    notMapped: 'Nei',
    assigned: 'Nei. {{who}} fikk oppdraget {{day}}.',
    by: '{{day}} av {{who}}',
    consent: 'Samtykke',
    recommended: 'Innstilling',
    recommendedOn: 'gitt {{day}}',
    decided: 'Avgjort',
    due: 'Svar innen',
    hidden: 'Det som er skrevet om personen, vises ikke mens navn er skjult.',
  },
  nn: {
    stillPossible: 'Saka kan utsetjast, eller behandlast likevel.',
    applied: 'Søknaden kom',
    told: 'Behovet vart meldt',
    from: '{{day}}, {{channel}}',
    items: 'Søkt om',
    wish: 'Ønske',
    need: 'Behov',
    mapped: 'Kartlagt',
    notMapped: 'Nei',
    assigned: 'Nei. {{who}} fekk oppdraget {{day}}.',
    by: '{{day}} av {{who}}',
    consent: 'Samtykke',
    recommended: 'Innstilling',
    recommendedOn: 'gitt {{day}}',
    decided: 'Avgjort',
    due: 'Svar innan',
    hidden: 'Det som er skrive om personen, blir ikkje vist medan namn er gøymde.',
  },
});

interface Props {
  readonly caseId: string;
  readonly withoutNames: boolean;
}

/** What the meeting needs to know of a case, for whoever may read cases. Where names are hidden so is what is written about the person. */
export function CaseFacts({ caseId, withoutNames }: Props) {
  const say = useText();
  const label = useLabel();
  const { data, error, refetch } = useRead('/v1/cases/{caseId}', { params: { path: { caseId } } });
  if (data === undefined || data.caseId !== caseId) {
    return error === null ? null : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const day = (on: string) => dayInText(on, language());
  const { openPoints, receivedOn, openedOn, channel, items, subjectWishes, mappedOn, assignedOn } = data;
  const { consentGivenOn, consentGivenBy, recommendation, recommendedOn, decidedOn, outcomes, dueOn } = data;
  const missing = openPoints.map((point) => label('openPoint', point));
  const written = (text: string) => (withoutNames || text === '' ? '' : text);
  const outcomeOf = ({ item, outcome }: { readonly item: string; readonly outcome: string }) =>
    `${capital(label('item', item))}: ${label('outcome', outcome)}`;
  const wish = [
    subjectWishes !== null && capital(label('subjectWish', subjectWishes)),
    written(textOf(data.wish)) && `«${textOf(data.wish)}»`,
  ].filter((part) => part !== false && part !== '');
  const mapping = [
    mappedOn !== null && say('by', { day: day(mappedOn), who: textOf(data.performer?.name) }),
    written(textOf(data.mappingSummary)),
  ].filter((part) => part !== false && part !== '');
  const came = receivedOn ?? openedOn;
  return (
    <>
      {missing.length > 0 && decidedOn === null && (
        <p className="lacks">
          <strong>{capital(missing.join(', '))}.</strong> {say('stillPossible')}
        </p>
      )}
      <Facts
        tight
        rows={[
          came !== null && [
            say(receivedOn === null ? 'told' : 'applied'),
            channel === null
              ? day(came)
              : say('from', { day: day(came), channel: label('channel', channel) }),
          ],
          items !== null &&
            items.length > 0 && [say('items'), capital(listOf(items.map((item) => label('item', item))))],
          wish.length > 0 && [say('wish'), wish.join('. ')],
          written(textOf(data.need)) !== '' && [say('need'), textOf(data.need)],
          [
            say('mapped'),
            mappedOn !== null
              ? mapping.join(': ')
              : assignedOn === null
                ? say('notMapped')
                : say('assigned', { who: textOf(data.assignee?.name), day: day(assignedOn) }),
          ],
          consentGivenOn !== null && [
            say('consent'),
            joined(day(consentGivenOn), consentGivenBy !== null && label('representative', consentGivenBy)),
          ],
          recommendation !== null &&
            recommendation.length > 0 && [
              say('recommended'),
              [
                ...recommendation.map(outcomeOf),
                recommendedOn !== null && capital(say('recommendedOn', { day: day(recommendedOn) })),
              ]
                .filter(Boolean)
                .join('. '),
            ],
          decidedOn !== null && [
            say('decided'),
            [day(decidedOn), ...(outcomes ?? []).map(outcomeOf)].join('. '),
          ],
          decidedOn === null && dueOn !== null && [say('due'), day(dueOn)],
        ]}
      />
      {withoutNames && <p className="small quiet">{say('hidden')}</p>}
    </>
  );
}
