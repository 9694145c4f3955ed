import { getRouteApi } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext } from 'react';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { StepButton } from '../../steps/step-button.js';
import { OpenStep } from '../../steps/open-step.js';
import { RecordedSince } from '../../ui/recorded-since.js';
import { keyOf, type Step } from './step.js';
import { usePersonTrail } from './use-person.js';

const useText = texts('person-steps', {
  nb: { more: 'Mer som kan registreres' },
  nn: { more: 'Meir som kan registrerast' },
});

/** The person, with the revisions of what the steps write: who it is and who is around, and all of the coordination. */
interface Written {
  readonly subjectId: string;
  readonly revisions: Readonly<Record<'person' | 'coordination', string | undefined>>;
}

interface Opened extends Written {
  readonly open: string | undefined;
  readonly set: (key: string | undefined) => void;
}

const OpenStepContext = createContext<Opened>({
  open: undefined,
  set: () => undefined,
  subjectId: '',
  revisions: { person: undefined, coordination: undefined },
});
const route = getRouteApi('/inside/person/$subjectId');

interface OneStepProps extends Written {
  /** The step that each kind of task asks for. */
  readonly steps: Readonly<Record<string, string | undefined>>;
  readonly children: ReactNode;
}

/** Which step is open stands in the address: by its own name, or by that of the task that asks for it. */
export function OneStepAtATime({ steps, subjectId, revisions, children }: OneStepProps) {
  const { steg } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (key: string | undefined) =>
    void navigate({ search: key === undefined ? {} : { steg: key }, replace: true, resetScroll: false });
  const open = steg === undefined ? undefined : (steps[steg] ?? steg);
  return <OpenStepContext value={{ open, set, subjectId, revisions }}>{children}</OpenStepContext>;
}

const useMine = (steps: readonly Step[]) => {
  const { session } = usePlace();
  return steps.filter(({ by = ['CASEWORKER'] }) => by.some((role) => session.roles.includes(role)));
};

/** A button for each of these that whoever looks may record. */
export function StepButtons({ steps }: { readonly steps: readonly Step[] }) {
  const { open, set } = useContext(OpenStepContext);
  const mine = useMine(steps);
  if (mine.length === 0) return null;
  return (
    <div className="row step-row no-print">
      {mine.map((step) => {
        const key = keyOf(step);
        return (
          <StepButton
            key={key}
            operation={step.operation}
            open={open === key}
            toggle={() => set(open === key ? undefined : key)}
            {...(step.label !== undefined && { label: step.label })}
            {...(step.primary !== undefined && { primary: step.primary })}
          />
        );
      })}
    </div>
  );
}

/** The form of whichever of these is open, in its place. */
export function OpenForm({ steps }: { readonly steps: readonly Step[] }) {
  const { open, set, subjectId, revisions } = useContext(OpenStepContext);
  const step = useMine(steps).find((one) => keyOf(one) === open);
  if (step === undefined) return null;
  const { of: _of, label: _label, by: _by, primary: _primary, ...form } = step;
  const close = () => set(undefined);
  const revision = revisions[/^(Subjects|Relations)_/.test(step.operation) ? 'person' : 'coordination'];
  return (
    <OpenStep
      key={open}
      {...form}
      {...(revision !== undefined && { revision })}
      changes={<PersonSince subjectId={subjectId} />}
      onDone={close}
      onCancel={close}
    />
  );
}

/** What was recorded of the person while the form stood open, for whoever reads histories. */
function PersonSince({ subjectId }: { readonly subjectId: string }) {
  return <RecordedSince entries={usePersonTrail(subjectId)?.entries} />;
}

interface StepsProps {
  readonly steps: readonly Step[];
  /** What is seldom done, folded away. */
  readonly seldom?: readonly Step[];
}

/** The buttons with the form under them. */
export function Steps({ steps, seldom = [] }: StepsProps) {
  const say = useText();
  const { open } = useContext(OpenStepContext);
  const some = useMine(seldom);
  return (
    <>
      <StepButtons steps={steps} />
      {some.length > 0 && (
        <details className="seldom no-print" open={some.some((step) => keyOf(step) === open) || undefined}>
          <summary>{say('more')}</summary>
          <StepButtons steps={seldom} />
        </details>
      )}
      <OpenForm steps={[...steps, ...seldom]} />
    </>
  );
}
