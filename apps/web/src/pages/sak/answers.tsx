import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import type { Case } from './scene.js';

const useText = texts('case-answers', {
  nb: { met: 'oppfylt', unmet: 'ikke oppfylt', conditions: 'Vilkår' },
  nn: { met: 'oppfylt', unmet: 'ikkje oppfylt', conditions: 'Vilkår' },
});

type Reading = Case['readings'][number];
interface Props {
  readonly items: readonly (Reading['items'][number] & { readonly legalBasis?: string | null })[];
  readonly criteria: readonly Reading['criteria'][number][];
}

/** The answer to each item, and how each condition was found; each with its reason. */
export function Answers({ items, criteria }: Props) {
  const say = useText();
  const label = useLabel();
  return (
    <>
      <dl className="answers">
        {items.map(({ item, outcome, reason, legalBasis }) => (
          <div key={item}>
            <dt>{capital(label('item', item))}</dt>
            <dd>
              <strong>{capital(label('outcome', outcome))}</strong>
              {typeof legalBasis === 'string' && (
                <span className="quiet small"> {label('legalBasis', legalBasis)}</span>
              )}
              {reason !== null && <p className="keep-lines">{textOf(reason)}</p>}
            </dd>
          </div>
        ))}
      </dl>
      {criteria.length > 0 && (
        <>
          <h3>{say('conditions')}</h3>
          <dl className="answers">
            {criteria.map(({ criterion, met, reason }) => (
              <div key={criterion}>
                <dt>{capital(label('criterion', criterion))}</dt>
                <dd>
                  <strong>
                    <span aria-hidden="true">{met ? '✓ ' : '– '}</span>
                    {capital(say(met ? 'met' : 'unmet'))}
                  </strong>
                  <p className="keep-lines">{textOf(reason)}</p>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
