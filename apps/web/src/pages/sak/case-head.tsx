import { Link } from '@tanstack/react-router';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { useTell } from '../../shell/messages.js';
import { fullDay, plusDays, yearsFrom } from '../../dates/dates.js';
import { nameOf, textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { useCasePage } from './case-context.js';
import { StepButtons } from './step-buttons.js';

const useText = texts('case-head', {
  nb: {
    case: 'Sak {{number}}',
    unnumbered: 'Sak uten nummer',
    copy: 'Kopier nummeret',
    copied: 'Saksnummeret {{number}} er kopiert.',
    history: 'Hele historikken',
    earlier: 'Slik saken sto',
    person: 'Person',
    born: '{{age}} år, født {{day}}',
    bornIn: 'født {{year}}',
    protected: 'Beskyttet adresse',
    interpreter: 'Tolk: {{language}}',
    phone: 'tlf. {{number}}',
    speaksFor: 'Foreldre og verger',
    caseworker: 'Saksbehandler',
    standsIn: 'vikar',
    nobodyYet: 'Ingen ennå',
    from: '{{name}} fra {{day}}',
  },
  nn: {
    case: 'Sak {{number}}',
    unnumbered: 'Sak utan nummer',
    copy: 'Kopier nummeret',
    copied: 'Saksnummeret {{number}} er kopiert.',
    history: 'Heile historikken',
    earlier: 'Slik saka stod',
    person: 'Person',
    born: '{{age}} år, fødd {{day}}',
    bornIn: 'fødd {{year}}',
    protected: 'Verna adresse',
    interpreter: 'Tolk: {{language}}',
    phone: 'tlf. {{number}}',
    speaksFor: 'Foreldre og verjer',
    caseworker: 'Saksbehandlar',
    standsIn: 'vikar',
    nobodyYet: 'Ingen enno',
    from: '{{name}} frå {{day}}',
  },
});

/** Which case, whose, and who has to do with it. */
export function CaseHead() {
  const say = useText();
  const label = useLabel();
  const tell = useTell();
  const seesPerson = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR');
  const { of, person, coordination, steps, day, isThen } = useCasePage();
  const number = of.caseNumber;
  const name = nameOf(of.subject);
  const over = number === null ? say('unnumbered') : say('case', { number });
  const kin = (person?.relations ?? []).filter(({ isCurrent }) => isCurrent);
  return (
    <div className="case-head">
      <PageHead
        title={name}
        documentTitle={over}
        over={
          <>
            <strong className="case-number">{over}</strong>{' '}
            {number !== null && (
              <button
                type="button"
                className="link-button no-print"
                onClick={() => {
                  void navigator.clipboard.writeText(number);
                  tell({ text: say('copied', { number }) });
                }}
              >
                {say('copy')}
              </button>
            )}
          </>
        }
        actions={
          <>
            <Link className="no-print" to="/historikk/$what/$id" params={{ what: 'sak', id: of.caseId }}>
              {say('history')}
            </Link>
            {!isThen && (
              <Link
                className="no-print"
                to="/sak/$caseId"
                params={{ caseId: of.caseId }}
                search={{ dag: plusDays(day, -1) }}
              >
                {say('earlier')}
              </Link>
            )}
            <StepButtons steps={steps.filter(({ section }) => section === 'closing')} />
          </>
        }
      />
      <dl className="head-facts">
        <div>
          <dt>{say('person')}</dt>
          <dd>
            {seesPerson ? (
              <Link to="/person/$subjectId" params={{ subjectId: of.subject.subjectId }}>
                {bornOf()}
              </Link>
            ) : (
              bornOf()
            )}
          </dd>
          {of.subject.protectedAddress === true && <dd className="quiet">{say('protected')}</dd>}
          {textOf(person?.contact?.telephone) !== '' && (
            <dd className="quiet">{say('phone', { number: textOf(person?.contact?.telephone) })}</dd>
          )}
          {textOf(person?.contact?.interpreterLanguage) !== '' && (
            <dd className="quiet">
              {say('interpreter', { language: textOf(person?.contact?.interpreterLanguage) })}
            </dd>
          )}
        </div>
        {kin.length > 0 && (
          <div>
            <dt>{say('speaksFor')}</dt>
            {kin.map(({ relationId, party, telephone, kind }) => (
              <dd key={relationId}>
                {[textOf(party.name), label('relationKind', kind)].filter((part) => part !== '').join(', ')}
                {textOf(telephone) !== '' && (
                  <span className="quiet keep-together"> {say('phone', { number: textOf(telephone) })}</span>
                )}
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt>{say('caseworker')}</dt>
          <dd>
            {textOf(of.caseworker?.name) || say('nobodyYet')}
            {of.caseworkerStandsIn === true && <span className="quiet"> ({say('standsIn')})</span>}
          </dd>
        </div>
        <div>
          <dt>{capital(label('item', 'COORDINATOR'))}</dt>
          <dd>{textOf(of.coordinator?.name) || say('nobodyYet')}</dd>
          {coordination?.nextCoordinator && coordination.nextCoordinatorFrom !== null && (
            <dd className="quiet">
              {say('from', {
                name: textOf(coordination.nextCoordinator.name),
                day: fullDay(coordination.nextCoordinatorFrom),
              })}
            </dd>
          )}
        </div>
      </dl>
    </div>
  );

  function bornOf() {
    const born = person?.birthDate;
    if (typeof born === 'string') return say('born', { age: yearsFrom(born, day), day: fullDay(born) });
    const { birthYear } = of.subject;
    return birthYear === null ? name : say('bornIn', { year: birthYear });
  }
}
