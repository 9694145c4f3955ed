import { useNavigate } from '@tanstack/react-router';
import type { Receipt } from '../api/send.js';
import { useLabel } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { useTell } from '../shell/messages.js';
import { usePlace } from '../shell/place.js';
import type { EntryPlace } from './entry-place.js';
import { whatWasDone } from './what-was-done.js';

const useText = texts('recorded', {
  nb: {
    undo: 'Angre',
    correct: 'Rett',
    ask: 'Ble det feil, kan en {{role}} rette det i historikken.',
    elsewhere: 'Ble det feil, rettes det i historikken til hver av dem det gjelder.',
    Parties_register:
      'Det kan ikke angres. Rett det som er feil, eller slå registreringen sammen med den rette.',
    Units_establish: 'Det kan ikke angres. Rett det som er feil, eller legg enheten ned.',
    Delegations_delegate: 'Det kan ikke angres. Rett det som er feil, eller trekk delegeringen tilbake.',
  },
  nn: {
    undo: 'Angre',
    correct: 'Rett',
    ask: 'Blei det feil, kan ein {{role}} rette det i historikken.',
    elsewhere: 'Blei det feil, blir det retta i historikken til kvar av dei det gjeld.',
    Parties_register:
      'Det kan ikkje angrast. Rett det som er feil, eller slå registreringa saman med den rette.',
    Units_establish: 'Det kan ikkje angrast. Rett det som er feil, eller legg eininga ned.',
    Delegations_delegate: 'Det kan ikkje angrast. Rett det som er feil, eller trekk delegeringa tilbake.',
  },
});

/** What others rest on as soon as it stands: it can be put right, not taken back. */
const staying = ['Parties_register', 'Units_establish', 'Delegations_delegate'] as const;

interface Done {
  /** What was done, as a sentence. */
  readonly text: string;
  readonly operation?: string;
  readonly receipt: Pick<Receipt, 'events'>;
  /** Where it can be put right; undefined where that is in several records. */
  readonly place: EntryPlace | undefined;
}

/** Says that something was recorded, with the way to undo exactly that: the correction of its entry, or what to do instead. */
export function useTellRecorded(): (done: Done) => void {
  const say = useText();
  const label = useLabel();
  const tell = useTell();
  const { session } = usePlace();
  const navigate = useNavigate();
  return ({ text, operation, receipt: { events }, place }) => {
    const also = (more: string) => `${text} ${more}`;
    const done = whatWasDone(events);
    if (done === undefined) return tell({ text });
    if (place === undefined) return tell({ text: also(say('elsewhere')) });
    const { what, id, by } = place;
    if (!by.some((role) => session.roles.includes(role))) {
      return tell({ text: also(say('ask', { role: label('actorRole', by[0] ?? '') })) });
    }
    const stays = staying.find((one) => one === operation);
    tell({
      text: stays === undefined ? text : also(say(stays)),
      action: {
        label: say(stays === undefined ? 'undo' : 'correct'),
        act: () =>
          void navigate({
            to: '/historikk/$what/$id',
            params: { what, id },
            search: { hendelse: done.eventId, rett: done.eventId },
          }),
      },
    });
  };
}
