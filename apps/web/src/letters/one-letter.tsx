import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { openIssued } from '../api/letter-preview.js';
import type { Case } from '../cases/case.js';
import { fullDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { capital, texts } from '../i18n/texts.js';
import { joined, listOf } from '../ui/joined.js';
import { textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';

const useText = texts('letter-sent', {
  nb: {
    issued: 'utstedt {{day}}',
    to: 'Til {{whom}}',
    copy: 'kopi til {{whom}}',
    open: 'Last ned brevet',
    unsent: 'Ikke sendt',
    sent: 'Sendt {{day}}, {{channel}}',
    laidOut: 'Sendt {{day}} gjennom utboksen, {{channel}}',
    delivered: 'kom fram {{day}}',
    returned: 'kom i retur {{day}}',
    underway: 'ikke kjent om det er kommet fram',
    outdated: 'Avgjørelsen er gjort om siden. Brevet kan ikke sendes.',
  },
  nn: {
    issued: 'skrive ut {{day}}',
    to: 'Til {{whom}}',
    copy: 'kopi til {{whom}}',
    open: 'Last ned brevet',
    unsent: 'Ikkje sendt',
    sent: 'Sendt {{day}}, {{channel}}',
    laidOut: 'Sendt {{day}} gjennom utboksen, {{channel}}',
    delivered: 'kom fram {{day}}',
    returned: 'kom i retur {{day}}',
    underway: 'ikkje kjent om det er kome fram',
    outdated: 'Avgjerda er gjord om sidan. Brevet kan ikkje sendast.',
  },
});

export type Letter = Case['letters'][number];
type Sent = Letter['dispatches'][number];

interface Props {
  readonly of: Case;
  readonly letter: Letter;
  /** What can be done about the letter, or about one time that it went out. */
  readonly stepsAbout: (id: string) => ReactNode;
}

/** A letter that was issued, and what became of it each time it went out. */
export function OneLetter({ of, letter, stepsAbout }: Props) {
  const say = useText();
  const label = useLabel();
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
            {say(sent.throughOutbox ? 'laidOut' : 'sent', {
              day: fullDay(sent.sentOn),
              channel: label('channel', sent.channel),
            })}
            : <Fate of={sent} />
            {stepsAbout(`${letterId} ${sent.dispatchId}`)}
          </li>
        ))}
      </ul>
      {stepsAbout(letterId)}
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
