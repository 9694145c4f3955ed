import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { openIssued } from '../../api/letter-preview.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { LetterWriter } from './letter-writer.js';
import type { Case } from './scene.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-letters', {
  nb: {
    title: 'Brev',
    write: 'Skriv brev',
    none: 'Det er ikke skrevet noe brev i saken.',
    issued: 'utstedt {{day}}',
    to: 'Til {{whom}}',
    copy: 'kopi til {{whom}}',
    open: 'Last ned brevet',
    unsent: 'Ikke sendt',
    sent: 'Sendt {{day}}, {{channel}}',
    delivered: 'kom fram {{day}}',
    returned: 'kom i retur {{day}}',
    underway: 'ikke kjent om det er kommet fram',
    outdated: 'Avgjørelsen er gjort om siden. Brevet kan ikke sendes.',
  },
  nn: {
    title: 'Brev',
    write: 'Skriv brev',
    none: 'Det er ikkje skrive noko brev i saka.',
    issued: 'skrive ut {{day}}',
    to: 'Til {{whom}}',
    copy: 'kopi til {{whom}}',
    open: 'Last ned brevet',
    unsent: 'Ikkje sendt',
    sent: 'Sendt {{day}}, {{channel}}',
    delivered: 'kom fram {{day}}',
    returned: 'kom i retur {{day}}',
    underway: 'ikkje kjent om det er kome fram',
    outdated: 'Avgjerda er gjord om sidan. Brevet kan ikkje sendast.',
  },
});

type Letter = Case['letters'][number];
type Sent = Letter['dispatches'][number];

/** Every letter of the case and what became of it, and where another is written. */
export function LettersSection() {
  const say = useText();
  const { of } = useCasePage();
  const { session } = usePlace();
  const [writes, setWrites] = useState(false);
  const mayWrite = session.roles.includes('CASEWORKER');
  return (
    <CaseSection name="letters" title={say('title')} isEmpty={of.letters.length === 0 && !mayWrite}>
      {of.letters.length === 0 && <p className="quiet">{say('none')}</p>}
      <ul className="records">
        {of.letters.map((letter) => (
          <OneLetter key={letter.letterId} letter={letter} />
        ))}
      </ul>
      {mayWrite && !writes && (
        <Button type="button" variant="secondary" data-size="sm" onClick={() => setWrites(true)}>
          {say('write')}
        </Button>
      )}
      {writes && <LetterWriter done={() => setWrites(false)} />}
    </CaseSection>
  );
}

function OneLetter({ letter }: { readonly letter: Letter }) {
  const say = useText();
  const label = useLabel();
  const { of } = useCasePage();
  const { letterId, matter, issuedOn, recipient, receiver, copyTo, dispatches, decisionId, documentId } =
    letter;
  const opening = useMutation({ mutationFn: (id: string) => openIssued(id, `brev-${issuedOn}.pdf`) });
  const copies = listOf(copyTo.map((one) => label('recipient', one)));
  const isOutdated = decisionId !== null && decisionId !== of.decisionId;
  return (
    <li>
      <strong>{capital(label('letterMatter', matter))}</strong>{' '}
      <span className="quiet">{say('issued', { day: fullDay(issuedOn) })}</span>
      <p className="small">
        {joined(
          say('to', { whom: joined(textOf(receiver?.name), label('recipient', recipient)) }),
          copyTo.length > 0 && say('copy', { whom: copies }),
        )}
      </p>
      <div className="row no-print">
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          loading={opening.isPending}
          onClick={() => opening.mutate(documentId)}
        >
          {say('open')}
        </Button>
      </div>
      {opening.error !== null && <ProblemNotice error={opening.error} />}
      {dispatches.length === 0 && <p className="quiet">{say(isOutdated ? 'outdated' : 'unsent')}</p>}
      <ul className="dashes">
        {dispatches.map((sent) => (
          <li key={sent.dispatchId}>
            {say('sent', { day: fullDay(sent.sentOn), channel: label('channel', sent.channel) })}:{' '}
            <Fate of={sent} />
            <StepsAbout id={`${letterId} ${sent.dispatchId}`} />
          </li>
        ))}
      </ul>
      <StepsAbout id={letterId} />
    </li>
  );
}

function Fate({ of: { deliveredOn, returnedOn, proof, returnCause } }: { readonly of: Sent }) {
  const say = useText();
  const label = useLabel();
  if (returnedOn !== null) {
    const told = joined(
      say('returned', { day: fullDay(returnedOn) }),
      returnCause !== null && label('returnCause', returnCause),
    );
    return <strong>{told}</strong>;
  }
  if (deliveredOn === null) return <>{say('underway')}</>;
  return (
    <>
      {joined(
        say('delivered', { day: fullDay(deliveredOn) }),
        proof !== null && label('deliveryProof', proof),
      )}
    </>
  );
}
