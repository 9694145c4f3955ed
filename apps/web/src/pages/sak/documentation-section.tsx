import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { HandlingDisputes } from './disputes.js';
import { Routines } from './routines.js';

const useText = texts('case-documentation', {
  nb: {
    title: 'Dokumentasjon',
    hearings: 'Barnet er hørt',
    view: 'Barnet mente',
    weight: 'Slik ble det vektlagt',
    information: 'Informasjon som er gitt',
    references: 'I andre systemer',
    disqualified: 'Inhabile i saken',
    from: 'fra {{day}}',
  },
  nn: {
    title: 'Dokumentasjon',
    hearings: 'Barnet er høyrt',
    view: 'Barnet meinte',
    weight: 'Slik vart det lagt vekt på',
    information: 'Informasjon som er gitt',
    references: 'I andre system',
    disqualified: 'Inhabile i saka',
    from: 'frå {{day}}',
  },
});

/** What the case can show beside its course: who was heard, informed and left out, and where else it is known. */
export function DocumentationSection() {
  const say = useText();
  const label = useLabel();
  const { of, isThen } = useCasePage();
  const { hearings, information, outsideReferences, disqualified, disputes } = of;
  const recorded = [hearings, information, outsideReferences, disqualified, disputes];
  const labels = (list: string, codes: readonly string[]) => listOf(codes.map((code) => label(list, code)));
  return (
    <CaseSection
      name="documentation"
      title={say('title')}
      isEmpty={isThen && recorded.every((list) => list.length === 0)}
    >
      {hearings.length > 0 && <h3>{say('hearings')}</h3>}
      <ul className="records">
        {hearings.map(({ mode, heardBy, heardOn, childView, weight }) => (
          <li key={`${heardOn} ${mode}`}>
            <strong>{fullDay(heardOn)}</strong>{' '}
            <span className="quiet">{joined(label('hearingMode', mode), textOf(heardBy?.name))}</span>
            {childView !== null && (
              <p className="keep-lines">
                {say('view')}: {textOf(childView)}
              </p>
            )}
            {weight !== null && (
              <p className="keep-lines">
                {say('weight')}: {textOf(weight)}
              </p>
            )}
          </li>
        ))}
      </ul>
      {information.length > 0 && <h3>{say('information')}</h3>}
      <ul className="records">
        {information.map(({ givenOn, topics, recipients, recipient, ways, informer, note }) => (
          <li key={`${givenOn} ${topics.join(' ')} ${recipients.join(' ')}`}>
            <strong>{fullDay(givenOn)}</strong>{' '}
            <span className="quiet">
              {joined(
                textOf(recipient?.name),
                labels('recipient', recipients),
                labels('informationWay', ways),
              )}
            </span>
            <p>{capital(labels('informationTopic', topics))}</p>
            <p className="small quiet">{joined(textOf(informer?.name), textOf(note))}</p>
          </li>
        ))}
      </ul>
      {outsideReferences.length > 0 && <h3>{say('references')}</h3>}
      <ul className="records">
        {outsideReferences.map(({ system, systemName, reference, addedOn }) => (
          <li key={`${system} ${addedOn} ${textOf(reference)}`}>
            <strong>{textOf(reference)}</strong>{' '}
            <span className="quiet">
              {joined(label('outsideSystem', system), textOf(systemName), fullDay(addedOn))}
            </span>
          </li>
        ))}
      </ul>
      {disqualified.length > 0 && <h3>{say('disqualified')}</h3>}
      <ul className="records">
        {disqualified.map(({ party, reason, disqualifiedOn }) => (
          <li key={`${party?.partyId ?? ''} ${disqualifiedOn}`}>
            <strong>{textOf(party?.name)}</strong>{' '}
            <span className="quiet">{say('from', { day: fullDay(disqualifiedOn) })}</span>
            <p className="keep-lines">{textOf(reason)}</p>
          </li>
        ))}
      </ul>
      {!isThen && <Routines />}
      <HandlingDisputes />
    </CaseSection>
  );
}
