import { useEffect, useState } from 'react';
import { texts } from '../i18n/texts.js';
import './waiting.css';

const useText = texts('waiting', {
  nb: { fetching: 'Henter …', slow: 'Dette tar lengre tid enn vanlig. Vent litt, eller last siden på nytt.' },
  nn: { fetching: 'Hentar …', slow: 'Dette tek lengre tid enn vanleg. Vent litt, eller last sida på nytt.' },
});

/** Keeps the place of what is being fetched: at first in silence, then in words. */
export function Waiting() {
  const say = useText();
  const [passed, setPassed] = useState<'nothing' | 'a-while' | 'long'>('nothing');
  useEffect(() => {
    const soon = setTimeout(() => setPassed('a-while'), 300);
    const late = setTimeout(() => setPassed('long'), 5_000);
    return () => {
      clearTimeout(soon);
      clearTimeout(late);
    };
  }, []);
  return (
    <div className="waiting" role="status">
      {passed === 'a-while' && say('fetching')}
      {passed === 'long' && say('slow')}
    </div>
  );
}
