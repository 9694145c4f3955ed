import { Dialog } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { texts } from '../i18n/texts.js';
import './window.css';

const useText = texts('window', { nb: { close: 'Lukk' }, nn: { close: 'Lukk' } });

interface Props {
  readonly open: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A dialog that puts the focus on its heading, and gives it back to what opened it. */
export function Window({ open, close, title, className = '', children }: Props) {
  const say = useText();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) requestAnimationFrame(() => heading.current?.focus());
  }, [open]);
  return (
    <Dialog
      open={open}
      onClose={close}
      closeButton={say('close')}
      className={`window ${className}`}
      aria-labelledby={id}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </Dialog>
  );
}
