import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import type { Own } from './own.js';

export type OwnPlan = NonNullable<Own['plan']>;

const useText = texts('own-plan-author', {
  nb: { you: 'Dine ord', writtenBy: 'Skrevet av {{who}}' },
  nn: { you: 'Dine ord', writtenBy: 'Skrive av {{who}}' },
});

/** Whose words they are. */
export function Author({ of }: { readonly of: Pick<OwnPlan['entries'][number], 'author' | 'namedAuthor'> }) {
  const say = useText();
  const label = useLabel();
  const name = textOf(of.namedAuthor?.name ?? null);
  return (
    <p className="quiet small">
      {of.author === 'PERSON'
        ? say('you')
        : say('writtenBy', { who: joined(label('planAuthor', of.author), name) })}
    </p>
  );
}
