import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { openOwnLetter } from '../../api/documents.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import type { Own } from './own.js';
import { Part } from './part.js';

const useText = texts('own-letters', {
  nb: {
    title: 'Brev til deg',
    lead: 'Her står brevene vi har sendt til deg.',
    none: 'Vi har ikke sendt deg noe brev ennå.',
    sent: 'Sendt {{day}}',
    open: 'Åpne brevet',
    openOf: 'Åpne brevet «{{what}}» fra {{day}}',
    elsewhere: 'Brevet ligger ikke her. Har du det ikke lenger, kan du be oss om en kopi.',
  },
  nn: {
    title: 'Brev til deg',
    lead: 'Her står breva vi har sendt til deg.',
    none: 'Vi har ikkje sendt deg noko brev enno.',
    sent: 'Sendt {{day}}',
    open: 'Opne brevet',
    openOf: 'Opne brevet «{{what}}» frå {{day}}',
    elsewhere: 'Brevet ligg ikkje her. Har du det ikkje lenger, kan du be oss om ein kopi.',
  },
});

interface Props {
  readonly own: Own;
  /** Whether the one who looks is the person, who may open them. */
  readonly opens: boolean;
}

/** What was sent to the person; a letter that was written here opens as it was printed. */
export function Letters({ own: { letters }, opens }: Props) {
  const say = useText();
  const label = useLabel();
  const [failure, setFailure] = useState<unknown>();
  return (
    <Part title={say('title')} lead={say(letters.length === 0 ? 'none' : 'lead')}>
      {failure !== undefined && <ProblemNotice error={failure} />}
      <ul className="own-list">
        {letters.map(({ letterId, matter, documentId, sentOn }) => {
          const [what, day] = [capital(label('letterMatter', matter)), fullDay(sentOn)];
          return (
            <li key={letterId}>
              <strong>{what}</strong>
              <span className="under">{say('sent', { day })}</span>
              {documentId === null && <span className="under">{say('elsewhere')}</span>}
              {documentId !== null && opens && (
                <Button
                  variant="secondary"
                  className="no-print air-small"
                  aria-label={say('openOf', { what, day })}
                  onClick={() => void openOwnLetter(documentId).catch(setFailure)}
                >
                  {say('open')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
