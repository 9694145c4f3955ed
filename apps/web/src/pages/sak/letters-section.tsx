import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { texts } from '../../i18n/texts.js';
import { LetterWriter } from '../../letters/letter-writer.js';
import { OneLetter } from '../../letters/one-letter.js';
import { usePlace } from '../../shell/place.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-letters', {
  nb: { title: 'Brev', write: 'Skriv brev', none: 'Det er ikke skrevet noe brev i saken.' },
  nn: { title: 'Brev', write: 'Skriv brev', none: 'Det er ikkje skrive noko brev i saka.' },
});

/** Every letter of the case and what became of it, and where another is written. */
export function LettersSection() {
  const say = useText();
  const { of, person, isThen } = useCasePage();
  const { session } = usePlace();
  const [writes, setWrites] = useState(false);
  const mayWrite = !isThen && session.roles.includes('CASEWORKER');
  return (
    <CaseSection name="letters" title={say('title')} isEmpty={of.letters.length === 0 && !mayWrite}>
      {of.letters.length === 0 && <p className="quiet">{say('none')}</p>}
      <ul className="records">
        {of.letters.map((letter) => (
          <OneLetter
            key={letter.letterId}
            of={of}
            letter={letter}
            stepsAbout={(id) => <StepsAbout id={id} />}
          />
        ))}
      </ul>
      {mayWrite && !writes && (
        <Button type="button" variant="secondary" data-size="sm" onClick={() => setWrites(true)}>
          {say('write')}
        </Button>
      )}
      {writes && <LetterWriter of={of} relations={person?.relations ?? []} done={() => setWrites(false)} />}
    </CaseSection>
  );
}
