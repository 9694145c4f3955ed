import { Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';

const useText = texts('history-correction-reason', {
  nb: {
    why: 'Hvorfor rettes den?',
    whyMore: 'Vises ved siden av rettingen.',
    noWhy: 'Skriv hvorfor den rettes.',
    stays:
      'Den gamle linjen blir stående, overstrøket, med navnet ditt og dagen. Frister som bygger på den, regnes på nytt.',
  },
  nn: {
    why: 'Kvifor blir ho retta?',
    whyMore: 'Blir vist ved sida av rettinga.',
    noWhy: 'Skriv kvifor ho blir retta.',
    stays:
      'Den gamle linja blir ståande, overstroken, med namnet ditt og dagen. Fristar som byggjer på ho, blir rekna på nytt.',
  },
});

interface Props {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly isMissing: boolean;
  /** What the API said of it. */
  readonly told: string | undefined;
}

/** The reason for a correction, and what becomes of the old line. */
export function CorrectionReason({ reason, onChange, isMissing, told }: Props) {
  const say = useText();
  const fault = told ?? (isMissing ? say('noWhy') : undefined);
  return (
    <>
      <Field>
        <Label>{say('why')}</Label>
        <Field.Description>{say('whyMore')}</Field.Description>
        <Textarea rows={2} value={reason} onChange={({ target }) => onChange(target.value)} />
        {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
      </Field>
      <p className="small">{say('stays')}</p>
    </>
  );
}
