import type { LetterPreview } from '../api/letter-preview.js';
import { useLabel } from '../i18n/labels.js';
import { language } from '../i18n/language.js';
import { capital, texts } from '../i18n/texts.js';

const useText = texts('letter-checklist', {
  nb: {
    contains: 'Brevet må si',
    there: 'står der',
    lacking: 'mangler',
    missing: 'Dette mangler før brevet kan utstedes',
    record: 'Ikke registrert: {{field}}. Se kontaktkortet og det som er ført i saken.',
    unprintable: 'Tegn som skriften ikke har, vises som en boks: {{characters}}',
  },
  nn: {
    contains: 'Brevet må seie',
    there: 'står der',
    lacking: 'manglar',
    missing: 'Dette manglar før brevet kan skrivast ut',
    record: 'Ikkje registrert: {{field}}. Sjå kontaktkortet og det som er ført i saka.',
    unprintable: 'Teikn som skrifta ikkje har, blir viste som ein boks: {{characters}}',
  },
});

/** What a letter of its kind must say, and whether it does; what is missing still, and who would tell it. */
export function LetterChecklist({ letter }: { readonly letter: LetterPreview }) {
  const say = useText();
  const label = useLabel();
  const { missing, checklist, unprintable } = letter;
  return (
    <aside>
      {missing.length > 0 && (
        <div role="status">
          <h4>{say('missing')}</h4>
          <ul>
            {missing.map(({ field, label: named }) => (
              <li key={field}>{named === null ? say('record', { field }) : named[language()]}</li>
            ))}
          </ul>
        </div>
      )}
      <h4>{say('contains')}</h4>
      <ul className="letter-checklist">
        {checklist.map(({ element, isThere }) => (
          <li key={element}>
            {isThere ? '✓' : '✗'} {capital(label('letterElement', element))}{' '}
            <span className={isThere ? 'ds-sr-only' : 'quiet'}>({say(isThere ? 'there' : 'lacking')})</span>
          </li>
        ))}
      </ul>
      {unprintable.length > 0 && (
        <p className="quiet">{say('unprintable', { characters: unprintable.join(' ') })}</p>
      )}
    </aside>
  );
}
