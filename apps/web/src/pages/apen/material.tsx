import { capital, texts, useWords } from '../../i18n/texts.js';
import type { Open } from './open.js';

const useText = texts('open-material', {
  nb: { title: 'Brosjyrer og annen informasjon' },
  nn: { title: 'Brosjyrar og annan informasjon' },
});

/** What there is to read, and where it is got; nothing where there is none. */
export function Material({ material }: { readonly material: Open['material'] }) {
  const say = useText();
  const words = useWords();
  if (material.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say('title')}</h2>
      <ul className="open-services">
        {material.map(({ name, form, location }, index) => (
          <li key={index}>
            <h3>{words(name)}</h3>
            <p className="small quiet">{capital(words(form))}</p>
            <p>{location}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
