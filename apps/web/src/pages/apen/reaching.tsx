import { capital, texts, useWords } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import type { Open } from './open.js';

const useText = texts('open-reaching', {
  nb: {
    title: 'Slik når du oss',
    none: 'Kommunen har ikke lagt ut kontaktkortet sitt ennå. Ring kommunen, og spør etter {{unit}}.',
    ask: 'Spør etter',
    telephone: 'Telefon',
    mailbox: 'E-post',
    postalAddress: 'Post',
    place: 'Besøk',
    openingHours: 'Åpent',
    unit: 'Vi hører til',
    tasks: 'Hva {{unit}} gjør',
    careful: 'Skriv ikke om helse og andre private ting i en vanlig e-post. Ring oss, eller send et brev.',
  },
  nn: {
    title: 'Slik når du oss',
    none: 'Kommunen har ikkje lagt ut kontaktkortet sitt enno. Ring kommunen, og spør etter {{unit}}.',
    ask: 'Spør etter',
    telephone: 'Telefon',
    mailbox: 'E-post',
    postalAddress: 'Post',
    place: 'Besøk',
    openingHours: 'Ope',
    unit: 'Vi høyrer til',
    tasks: 'Kva {{unit}} gjer',
    careful: 'Skriv ikkje om helse og andre private ting i ein vanleg e-post. Ring oss, eller send eit brev.',
  },
});

/** What of a telephone number can be dialled. */
const dialled = (telephone: string) => telephone.replaceAll(/[^\d+]/g, '');

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
  const { contactFunction, telephone, mailbox, postalAddress, place, openingHours, unit, tasks } = card;
  const lines = (text: string) => <span className="keep-lines">{text}</span>;
  return (
    <section className="panel next">
      <h2>{say('title')}</h2>
      <Facts
        tight
        rows={[
          contactFunction !== null && [say('ask'), <strong>{contactFunction}</strong>],
          telephone !== null && [say('telephone'), <a href={`tel:${dialled(telephone)}`}>{telephone}</a>],
          mailbox !== null && [say('mailbox'), <a href={`mailto:${mailbox}`}>{mailbox}</a>],
          openingHours !== null && [say('openingHours'), lines(openingHours)],
          place !== null && [say('place'), lines(place)],
          postalAddress !== null && [say('postalAddress'), lines(postalAddress)],
          unit !== null && [say('unit'), words(unit)],
        ]}
      />
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
