import { Button, ValidationMessage } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { correctionsOf } from '../../corrections/corrections.js';
import { DraftNote } from '../../drafts/draft-note.js';
import { texts } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ChangeFields } from './change-fields.js';
import { causes, choicesOf, isStruckOut } from './correction.js';
import { CorrectionReason } from './correction-reason.js';
import { RestsOn } from './rests-on.js';
import { StrikeOutCause } from './strike-out-cause.js';
import type { Shown } from './trail.js';
import { UpLink } from './up-link.js';
import { useCorrection } from './use-correction.js';
import { WhatIsWrong } from './what-is-wrong.js';

const useText = texts('history-correct', {
  nb: {
    title: 'Rett nr. {{number}}',
    where: 'Registrer det som har skjedd, her:',
    correct: 'Rett',
    strike: 'Ta ut',
    cancel: 'Ikke rett',
    nothing: 'Endre det som er feil.',
  },
  nn: {
    title: 'Rett nr. {{number}}',
    where: 'Registrer det som har hendt, her:',
    correct: 'Rett',
    strike: 'Ta ut',
    cancel: 'Ikkje rett',
    nothing: 'Endre det som er feil.',
  },
});

interface Props {
  readonly shown: Shown;
  readonly numbers: ReadonlyMap<string, number>;
  readonly close: () => void;
}

/** Puts an entry right, or strikes it out: the old line stays. */
export function CorrectEntry({ shown, numbers, close }: Props) {
  const say = useText();
  const id = useId();
  const { entry, number } = shown;
  const correction = useCorrection(shown, close);
  const { said, lacks, error, toldOf } = correction;
  const { wrong } = said;
  const isCorrected = wrong !== undefined && wrong !== 'since';
  return (
    <form
      className="panel correct no-print stack"
      onSubmit={(event) => {
        event.preventDefault();
        correction.submit();
      }}
      aria-labelledby={`${id}-title`}
      noValidate
    >
      <h4 id={`${id}-title`}>{say('title', { number })}</h4>
      {error !== null && <ProblemNotice error={error} />}
      <RestsOn error={error} numbers={numbers} />
      <WhatIsWrong choices={choicesOf(entry)} wrong={wrong} choose={correction.choose} />
      {wrong === 'something' && (
        <ChangeFields
          fields={entry.fields ?? []}
          typed={said.typed}
          onChange={(name, text) => correction.say({ typed: { ...said.typed, [name]: text } })}
          unread={lacks.unread}
          toldOf={toldOf}
        />
      )}
      {lacks.lacksChange && <ValidationMessage>{say('nothing')}</ValidationMessage>}
      {isStruckOut(wrong) && (
        <StrikeOutCause
          causes={causes[wrong]}
          cause={said.cause}
          choose={(cause) => correction.say({ cause })}
        />
      )}
      {wrong === 'since' && (
        <p>
          {say('where')} <UpLink what={correctionsOf(entry.of)?.page ?? ''} id={entry.recordId} head={{}} />
        </p>
      )}
      {isCorrected && (
        <CorrectionReason
          reason={said.reason}
          onChange={(reason) => correction.say({ reason })}
          isMissing={lacks.lacksReason}
          told={toldOf('reason')}
        />
      )}
      <div className="row">
        {isCorrected && (
          <Button type="submit" loading={correction.isPending}>
            {say(wrong === 'something' ? 'correct' : 'strike')}
          </Button>
        )}
        <Button type="button" variant="tertiary" onClick={correction.giveUp}>
          {say('cancel')}
        </Button>
        <DraftNote draft={correction.draft} />
      </div>
    </form>
  );
}
