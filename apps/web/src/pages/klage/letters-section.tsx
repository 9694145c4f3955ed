import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useRead, useReadPages } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { LetterWriter } from '../../letters/letter-writer.js';
import { OneLetter } from '../../letters/one-letter.js';
import { useHasRole } from '../../shell/place.js';
import { useComplaintPage } from './complaint-context.js';
import { ComplaintSection, StepsAbout } from './section.js';

const useText = texts('complaint-letters', {
  nb: {
    title: 'Brev om klagen',
    write: 'Skriv brev om klagen',
    none: 'Det er ikke skrevet noe brev om klagen.',
  },
  nn: {
    title: 'Brev om klaga',
    write: 'Skriv brev om klaga',
    none: 'Det er ikkje skrive noko brev om klaga.',
  },
});

/** The letters about the complaint and what became of each, and where another is written; none where it is about no case. */
export function LettersSection() {
  const say = useText();
  const { of, ofCase } = useComplaintPage();
  const mayWrite = useHasRole('CASEWORKER');
  const [writes, setWrites] = useState(false);
  const { complaintId, subject } = of;
  const { data: filed } = useReadPages('/v1/complaints/{complaintId}/documents', {
    params: { path: { complaintId } },
  });
  const { data: person } = useRead(
    '/v1/subjects/{subjectId}',
    { params: { path: { subjectId: subject.subjectId } } },
    { enabled: writes },
  );
  if (ofCase === undefined) return null;
  const documents = filed?.pages.flatMap((page) => page.documents.map(({ documentId }) => documentId)) ?? [];
  const letters = ofCase.letters.filter(({ documentId }) => documents.includes(documentId));
  return (
    <ComplaintSection name="letters" title={say('title')} isEmpty={letters.length === 0 && !mayWrite}>
      {letters.length === 0 && <p className="quiet">{say('none')}</p>}
      <ul className="records">
        {letters.map((letter) => (
          <OneLetter
            key={letter.letterId}
            of={ofCase}
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
      {writes && (
        <LetterWriter
          of={ofCase}
          relations={person?.relations ?? []}
          complaintId={complaintId}
          done={() => setWrites(false)}
        />
      )}
    </ComplaintSection>
  );
}
