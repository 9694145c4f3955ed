import { texts } from '../../i18n/texts.js';
import { StepRow } from '../../steps/step-row.js';
import { useCasePage } from './case-context.js';
import type { CaseStep } from './steps-of-case.js';

const useText = texts('case-step-names', {
  nb: { takesOver: 'Oppnevn en som tar over' },
  nn: { takesOver: 'Oppnemn ein som tek over' },
});

/** What a step is called, where its command is called something else. */
export function useOwnName() {
  const say = useText();
  return ({ name }: CaseStep) => (name === undefined ? {} : { label: say(name) });
}

interface Props {
  readonly steps: readonly CaseStep[];
}

/** Opens each of these steps in its place. */
export function StepButtons({ steps }: Props) {
  return <StepRow steps={steps} on={useCasePage()} ownName={useOwnName()} />;
}

/** What can be done about one of several records of the case. */
export function StepsAbout({ id }: { readonly id: string }) {
  const { steps } = useCasePage();
  return <StepButtons steps={steps.filter(({ about }) => about === id)} />;
}
