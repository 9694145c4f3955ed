import { texts } from '../i18n/texts.js';
import { useCalled } from './called.js';
import type { FoundPerson } from './likely-doubles.js';
import './comparison.css';

const useText = texts('likely-notice', {
  nb: {
    mayBe: 'Kan være samme person.',
    known: '{{whom}} er registrert fra før.',
    not: 'Du har sagt at {{whom}} er en annen.',
    compare: 'Sammenlign',
    with: 'med {{whom}}',
  },
  nn: {
    mayBe: 'Kan vere same person.',
    known: '{{whom}} er registrert frå før.',
    not: 'Du har sagt at {{whom}} er ein annan.',
    compare: 'Samanlikn',
    with: 'med {{whom}}',
  },
});

interface Props {
  readonly doubles: readonly FoundPerson[];
  /** Whom it was said not to be. */
  readonly notThese: readonly string[];
  readonly compare: (person: FoundPerson) => void;
}

/** Who of the register may be whoever is typed, each with a way to compare the two. */
export function LikelyNotice({ doubles, notThese, compare }: Props) {
  const say = useText();
  const called = useCalled();
  return (
    <div role="status" className="stack">
      {doubles.map((person) => {
        const whom = called(person);
        const isOther = notThese.includes(person.subjectId);
        return (
          <div key={person.subjectId} className={isOther ? 'small quiet' : 'likely'}>
            <p>
              {isOther ? (
                say('not', { whom })
              ) : (
                <>
                  <strong>{say('mayBe')}</strong> {say('known', { whom })}
                </>
              )}{' '}
              <button type="button" className="link-button" onClick={() => compare(person)}>
                {say('compare')}
                <span className="ds-sr-only"> {say('with', { whom })}</span>
              </button>
            </p>
          </div>
        );
      })}
    </div>
  );
}
