import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { useFollowUp } from './follow-up-context.js';
import { Steps } from './steps.js';

const useText = texts('follow-up-notes', {
  nb: {
    title: 'Kontakt',
    lead: 'Bare den som er koordinator, leser dette.',
    none: 'Ingen notater ennå.',
  },
  nn: {
    title: 'Kontakt',
    lead: 'Berre den som er koordinator, les dette.',
    none: 'Ingen notat enno.',
  },
});

/** Who was in touch, and about what: the coordinator's own notes. */
export function Notes() {
  const say = useText();
  const label = useLabel();
  const { of } = useFollowUp();
  return (
    <Section title={say('title')}>
      <p className="small quiet">{say('lead')}</p>
      {of.notes.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <ul className="lines">
          {of.notes.map(({ noteId, contactOn, direction, side, name, channel, text }) => (
            <li key={noteId}>
              <span className="figures">{shortDay(contactOn)}</span>
              <div>
                <p className="keep-lines">{textOf(text)}</p>
                <p className="small quiet">
                  {capital(
                    joined(
                      `${textOf(name) || label('contactSide', side)} ${label('contactDirection', direction)}`,
                      name !== null && label('contactSide', side),
                      channel !== null && label('channel', channel),
                    ),
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Steps steps={[{ operation: 'Promises_note' }]} />
    </Section>
  );
}
