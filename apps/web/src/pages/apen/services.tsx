import { capital, texts, useWords } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import type { Open } from './open.js';

const useText = texts('open-services', {
  nb: {
    title: 'Tjenester der du bor',
    none: 'Kommunen har ikke lagt ut oversikten over tjenester ennå. Spør oss, så hjelper vi deg å finne fram.',
  },
  nn: {
    title: 'Tenester der du bur',
    none: 'Kommunen har ikkje lagt ut oversikta over tenester enno. Spør oss, så hjelper vi deg å finne fram.',
  },
});

/** Which services there are in the municipality and the health region, and whom to turn to. */
export function Services({ services }: { readonly services: Open['services'] }) {
  const say = useText();
  const words = useWords();
  return (
    <section className="stack">
      <h2>{say('title')}</h2>
      {services.length === 0 && <p>{say('none')}</p>}
      <ul className="open-services">
        {services.map(({ name, kind, level, provider, contact }, index) => (
          <li key={index}>
            <h3>{words(name)}</h3>
            <p className="small quiet">{joined(capital(words(kind)), provider ?? words(level))}</p>
            <p className="keep-lines">{contact}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
