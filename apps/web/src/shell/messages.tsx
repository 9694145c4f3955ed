import { Button } from '@digdir/designsystemet-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { texts } from '../i18n/texts.js';
import { useKey } from './keys.js';
import './messages.css';

const useText = texts('messages', { nb: { close: 'Lukk' }, nn: { close: 'Lukk' } });

interface Message {
  readonly text: string;
  /** What can be done about it, such as putting it right. */
  readonly action?: { readonly label: string; readonly act: () => void };
}

const Telling = createContext<(message: Message) => void>(() => undefined);

/** Says on the page, and to whoever does not see it, what was recorded. */
export const useTell = () => useContext(Telling);

const stays = 12_000;

export function Messages({ children }: { readonly children: ReactNode }) {
  const say = useText();
  const [message, setMessage] = useState<Message>();
  const timer = useRef<number>(undefined);
  const keep = useCallback(() => window.clearTimeout(timer.current), []);
  const leave = useCallback(() => {
    keep();
    timer.current = window.setTimeout(() => setMessage(undefined), stays);
  }, [keep]);
  const tell = useMemo(
    () => (next: Message) => {
      setMessage(next);
      leave();
    },
    [leave],
  );
  const act = () => {
    if (message?.action === undefined) return;
    message.action.act();
    setMessage(undefined);
  };
  useKey('z', act);
  return (
    <Telling value={tell}>
      {children}
      <div role="status" className="messages">
        {message && (
          <div className="message" onFocus={keep} onBlur={leave} onMouseEnter={keep} onMouseLeave={leave}>
            <p>{message.text}</p>
            {message.action && (
              <Button variant="tertiary" onClick={act} aria-keyshortcuts="Z">
                {message.action.label} <kbd aria-hidden>Z</kbd>
              </Button>
            )}
            <Button variant="tertiary" onClick={() => setMessage(undefined)}>
              {say('close')}
            </Button>
          </div>
        )}
      </div>
    </Telling>
  );
}
