import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { FieldControl } from '../../steps/field-control.js';
import { textOf } from '../../ui/opened.js';
import { fields } from './fields.js';

const useText = texts('new-enquiry-aside', {
  nb: {
    label: 'Mens du snakker',
    say: 'Si dette',
    plan: 'Individuell plan er ikke en tjeneste.',
    planMore: 'Den samler dem som hjelper. Tjenestene har egne vedtak.',
    without: 'Koordinator kan du få uten plan.',
    withoutMore: 'Du velger selv.',
    yes: 'Ingenting settes i gang uten at du sier ja.',
    yesMore: 'Og du kan ombestemme deg.',
    answer: 'Du får svar skriftlig, og du kan klage.',
    answerMore: 'Klagen sendes hit.',
    contact: 'Henvis hit',
  },
  nn: {
    label: 'Medan du snakkar',
    say: 'Sei dette',
    plan: 'Individuell plan er inga teneste.',
    planMore: 'Han samlar dei som hjelper. Tenestene har eigne vedtak.',
    without: 'Koordinator kan du få utan plan.',
    withoutMore: 'Du vel sjølv.',
    yes: 'Ingenting blir sett i gang utan at du seier ja.',
    yesMore: 'Og du kan ombestemme deg.',
    answer: 'Du får svar skriftleg, og du kan klage.',
    answerMore: 'Klagen sender du hit.',
    contact: 'Vis hit',
  },
});

const sayings = ['plan', 'without', 'yes', 'answer'] as const;

/** The note that lies open all the time, what is to be said, and where one is referred to. */
export function Aside({ isRecorded }: { readonly isRecorded: boolean }) {
  const say = useText();
  const { data: card } = useRead('/v1/contact-card', {}, { every: 300_000 });
  return (
    <aside className="side" aria-label={say('label')}>
      <section className="panel note">
        <fieldset disabled={isRecorded}>
          <FieldControl field={fields.note} />
        </fieldset>
      </section>
      <section className="panel light">
        <h2>{say('say')}</h2>
        <ul className="sayings">
          {sayings.map((one) => (
            <li key={one}>
              <strong>{say(one)}</strong> {say(`${one}More`)}
            </li>
          ))}
        </ul>
      </section>
      {card && (
        <section className="panel light">
          <h2>{say('contact')}</h2>
          <p className="small">
            {[card.telephone, card.openingHours, card.mailbox, card.place]
              .map((line) => textOf(line))
              .filter(Boolean)
              .join(' · ')}
          </p>
        </section>
      )}
    </aside>
  );
}
