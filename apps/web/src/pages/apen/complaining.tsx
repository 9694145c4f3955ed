import { texts } from '../../i18n/texts.js';

const useText = texts('open-complaining', {
  nb: {
    title: 'Er du uenig i svaret?',
    right: 'Du kan klage på svaret om individuell plan og koordinator.',
    send: 'Send klagen til oss. Vi ser på saken på nytt. Gjør vi ikke om svaret, sender vi klagen til statsforvalteren, som avgjør den.',
    term: 'Fristen er fire uker fra du fikk svaret. Er det gått lengre tid, kan du klage likevel og si hvorfor.',
    help: 'Vi hjelper deg å skrive klagen. Du kan også be om å få se papirene i saken din.',
  },
  nn: {
    title: 'Er du ueinig i svaret?',
    right: 'Du kan klage på svaret om individuell plan og koordinator.',
    send: 'Send klaga til oss. Vi ser på saka på nytt. Gjer vi ikkje om svaret, sender vi klaga til statsforvaltaren, som avgjer henne.',
    term: 'Fristen er fire veker frå du fekk svaret. Er det gått lengre tid, kan du klage likevel og seie kvifor.',
    help: 'Vi hjelper deg å skrive klaga. Du kan òg be om å få sjå papira i saka di.',
  },
});

/** How one complains: to the county governor, through the municipality (pbrl §§ 7-2 and 7-5). */
export function Complaining() {
  const say = useText();
  return (
    <section className="stack">
      <h2>{say('title')}</h2>
      <p>{say('right')}</p>
      <p>{say('send')}</p>
      <p>{say('term')}</p>
      <p>{say('help')}</p>
    </section>
  );
}
