import { capital, texts, useWords } from '../../i18n/texts.js';
import { ContactFacts } from '../../ui/contact-facts.js';
import type { Open } from './open.js';

const useText = texts('open-reaching', {
  nb: {
    title: 'Slik når du oss',
    none: 'Kommunen har ikke lagt ut kontaktkortet sitt ennå. Ring kommunen, og spør etter {{unit}}.',
    tasks: 'Hva {{unit}} gjør',
    careful: 'Skriv ikke om helse og andre private ting i en vanlig e-post. Ring oss, eller send et brev.',
  },
  nn: {
    title: 'Slik når du oss',
    none: 'Kommunen har ikkje lagt ut kontaktkortet sitt enno. Ring kommunen, og spør etter {{unit}}.',
    tasks: 'Kva {{unit}} gjer',
    careful: 'Skriv ikkje om helse og andre private ting i ein vanleg e-post. Ring oss, eller send eit brev.',
  },
});

/** The contact card that holds today. */
export function Reaching({ card }: { readonly card: Open['contactCard'] }) {
  const say = useText();
  const words = useWords();
  if (card === null) {
    return (
      <section className="panel next">
        <h2>{say('title')}</h2>
        <p>{say('none')}</p>
      </section>
    );
  }
  const { mailbox, unit, tasks } = card;
  return (
    <section className="panel next">
      <h2>{say('title')}</h2>
      <ContactFacts card={card} unit={unit && words(unit)} />
      {mailbox !== null && <p className="small air-small">{say('careful')}</p>}
      {tasks.length > 0 && (
        <>
          <h3 className="air-small">{capital(say('tasks'))}</h3>
          <ul className="dashes">
            {tasks.map((task) => (
              <li key={task.nb}>{words(task)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
