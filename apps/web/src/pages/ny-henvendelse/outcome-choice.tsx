import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { controlId, useForm } from '../../steps/form-context.js';
import type { OpenCase, Outcome } from './outcomes.js';

const useText = texts('outcome-choice', {
  nb: {
    legend: 'Det blir',
    EXISTING_CASE: 'En del av saken som er åpen, {{number}}',
    NEED: 'En sak: noen har meldt et behov',
    NEED_help: 'Behovet lagres først når personen har sagt ja.',
    APPLICATION: 'En sak: noen søker',
    APPLICATION_help: 'Det som står i notatet, blir det søkeren ønsker.',
    WAIT: 'En henvendelse som skal besvares',
    WAIT_help: 'Den kommer på lista til enheten.',
    ANSWERED: 'En henvendelse som er besvart nå',
    PASSED_ON: 'En henvendelse som sendes videre',
    CLOSED: 'En henvendelse som avsluttes',
  },
  nn: {
    legend: 'Det blir',
    EXISTING_CASE: 'Ein del av saka som er open, {{number}}',
    NEED: 'Ei sak: nokon har meldt eit behov',
    NEED_help: 'Behovet blir lagra først når personen har sagt ja.',
    APPLICATION: 'Ei sak: nokon søkjer',
    APPLICATION_help: 'Det som står i notatet, blir det søkjaren ønskjer.',
    WAIT: 'Ein førespurnad som skal få svar',
    WAIT_help: 'Han kjem på lista til eininga.',
    ANSWERED: 'Ein førespurnad som har fått svar no',
    PASSED_ON: 'Ein førespurnad som blir send vidare',
    CLOSED: 'Ein førespurnad som blir avslutta',
  },
});

const helps = { NEED: 'NEED_help', APPLICATION: 'APPLICATION_help', WAIT: 'WAIT_help' } as const;

interface Props {
  readonly outcome: Outcome;
  readonly possible: readonly Outcome[];
  readonly openCases: readonly OpenCase[];
}

/** What the talk becomes. */
export function OutcomeChoice({ outcome, possible, openCases }: Props) {
  const say = useText();
  const form = useForm();
  const fault = form.faultAt('outcome');
  return (
    <Fieldset id={controlId(form, 'outcome')} tabIndex={-1}>
      <Fieldset.Legend>{say('legend')}</Fieldset.Legend>
      <div className="choices">
        {possible.map((one) => (
          <Radio
            key={one}
            name="outcome"
            value={one}
            label={say(one, { number: openCases[0]?.caseNumber ?? '' })}
            description={one in helps ? say(helps[one as keyof typeof helps]) : undefined}
            checked={one === outcome}
            onChange={() => form.set('outcome', one)}
          />
        ))}
      </div>
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </Fieldset>
  );
}
