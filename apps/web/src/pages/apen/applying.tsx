import { capital, texts, useWords } from '../../i18n/texts.js';
import type { Open } from './open.js';

const useText = texts('open-applying', {
  nb: {
    what: 'Dette kan du søke om',
    right:
      'Trenger du langvarige og koordinerte tjenester, har du rett til en individuell plan og en koordinator. Du kan ha koordinator også om du ikke vil ha plan.',
    INDIVIDUAL_PLAN:
      'En plan for det du vil, og for hvem som hjelper deg med hva. Du er med og lager den. Tjenestene får du egne vedtak om.',
    COORDINATOR: 'En person som holder i trådene sammen med deg.',
    CHILD_COORDINATOR:
      'For familier som har eller venter barn med alvorlig sykdom, skade eller nedsatt funksjonsevne.',
    GROUP: 'De som hjelper deg, møtes sammen med deg.',
    yours: 'Du bestemmer. Vi lager ingen plan og oppnevner ingen uten at du sier ja.',
    how: 'Slik søker du',
    ANY: 'Søk slik det passer deg: i et brev, på e-post, på telefon eller når du møter oss.',
    WRITTEN: 'Søknaden skal være skriftlig. Det holder med et brev som sier hva du søker om.',
    FORM: 'Vi har et søknadsskjema som du får av oss. Et brev, en e-post eller en telefon teller like mye.',
    REFERRAL_FORM:
      'Vi bruker et henvisningsskjema, som de som hjelper deg, fyller ut sammen med deg. Du kan også søke selv; et brev, en e-post eller en telefon teller like mye.',
    help: 'Vil du ha hjelp til å skrive? Du forteller, vi skriver det ned, og du leser gjennom og skriver under.',
    others: 'Foreldre, verge eller en du har gitt fullmakt, kan søke for deg.',
    answer: 'Du får skriftlig svar på alt du søker om, med grunnene til svaret.',
  },
  nn: {
    what: 'Dette kan du søkje om',
    right:
      'Treng du langvarige og koordinerte tenester, har du rett til ein individuell plan og ein koordinator. Du kan ha koordinator òg om du ikkje vil ha plan.',
    INDIVIDUAL_PLAN:
      'Ein plan for det du vil, og for kven som hjelper deg med kva. Du er med og lagar han. Tenestene får du eigne vedtak om.',
    COORDINATOR: 'Ein person som held i trådane saman med deg.',
    CHILD_COORDINATOR:
      'For familiar som har eller ventar barn med alvorleg sjukdom, skade eller nedsett funksjonsevne.',
    GROUP: 'Dei som hjelper deg, møtest saman med deg.',
    yours: 'Du avgjer. Vi lagar ingen plan og oppnemner ingen utan at du seier ja.',
    how: 'Slik søkjer du',
    ANY: 'Søk slik det passar deg: i eit brev, på e-post, på telefon eller når du møter oss.',
    WRITTEN: 'Søknaden skal vere skriftleg. Det held med eit brev som seier kva du søkjer om.',
    FORM: 'Vi har eit søknadsskjema som du får av oss. Eit brev, ein e-post eller ein telefon tel like mykje.',
    REFERRAL_FORM:
      'Vi bruker eit tilvisingsskjema, som dei som hjelper deg, fyller ut saman med deg. Du kan òg søkje sjølv; eit brev, ein e-post eller ein telefon tel like mykje.',
    help: 'Vil du ha hjelp til å skrive? Du fortel, vi skriv det ned, og du les gjennom og skriv under.',
    others: 'Foreldre, verje eller ein du har gitt fullmakt, kan søkje for deg.',
    answer: 'Du får skriftleg svar på alt du søkjer om, med grunnane til svaret.',
  },
});

interface Props {
  readonly items: Open['items'];
  readonly form: Open['applicationForm'];
}

/** What one may apply for here, and how. */
export function Applying({ items, form }: Props) {
  const say = useText();
  const words = useWords();
  return (
    <>
      <section className="stack">
        <h2>{say('what')}</h2>
        <p>{say('right')}</p>
        <dl className="open-items">
          {items.map(({ item, called }) => (
            <div key={item}>
              <dt>{capital(words(called))}</dt>
              <dd>{say(item)}</dd>
            </div>
          ))}
        </dl>
        <p>{say('yours')}</p>
      </section>
      <section className="stack">
        <h2>{say('how')}</h2>
        <p>{say(form)}</p>
        <p>{say('help')}</p>
        <p>{say('others')}</p>
        <p>{say('answer')}</p>
      </section>
    </>
  );
}
