import {
  Button,
  Fieldset,
  Radio,
  Textarea,
  Field,
  Label,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { type FormEvent, useId, useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { useSend } from '../../api/send.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useTell } from '../../shell/messages.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { changeOf, isWritten, type Typed } from './changed-fields.js';
import { ChangeFields } from './change-fields.js';
import { correctionsOf } from './records.js';
import { RestsOn } from './rests-on.js';
import { isCorrection, type Shown } from './trail.js';
import { UpLink } from './up-link.js';

const useText = texts('history-correct', {
  nb: {
    title: 'Rett nr. {{number}}',
    what: 'Hva er galt?',
    something: 'Noe i den er feil',
    misplaced: 'Den hører til en annen person eller sak',
    misplacedMore: 'Teksten kan ikke leses her lenger. Registrer den der den hører til.',
    never: 'Det har ikke skjedd',
    since: 'Det var riktig da, men er endret siden',
    sinceMore: 'Da er det ikke en retting. Registrer det som har skjedd nå.',
    where: 'Registrer det som har skjedd, her:',
    cause: 'Hvorfor skal den tas ut?',
    why: 'Hvorfor rettes den?',
    whyMore: 'Vises ved siden av rettingen.',
    stays:
      'Den gamle linjen blir stående, overstrøket, med navnet ditt og dagen. Frister som bygger på den, regnes på nytt.',
    correct: 'Rett',
    strike: 'Ta ut',
    cancel: 'Ikke rett',
    nothing: 'Endre det som er feil.',
    noWhy: 'Skriv hvorfor den rettes.',
    done: 'Nr. {{number}} er rettet. Den gamle linjen står overstrøket.',
  },
  nn: {
    title: 'Rett nr. {{number}}',
    what: 'Kva er gale?',
    something: 'Noko i ho er feil',
    misplaced: 'Ho høyrer til ein annan person eller ei anna sak',
    misplacedMore: 'Teksten kan ikkje lesast her lenger. Registrer han der han høyrer til.',
    never: 'Det har ikkje hendt',
    since: 'Det var rett då, men er endra sidan',
    sinceMore: 'Då er det ikkje ei retting. Registrer det som har hendt no.',
    where: 'Registrer det som har hendt, her:',
    cause: 'Kvifor skal ho takast ut?',
    why: 'Kvifor blir ho retta?',
    whyMore: 'Blir vist ved sida av rettinga.',
    stays:
      'Den gamle linja blir ståande, overstroken, med namnet ditt og dagen. Fristar som byggjer på ho, blir rekna på nytt.',
    correct: 'Rett',
    strike: 'Ta ut',
    cancel: 'Ikkje rett',
    nothing: 'Endre det som er feil.',
    noWhy: 'Skriv kvifor ho blir retta.',
    done: 'Nr. {{number}} er retta. Den gamle linja står overstroken.',
  },
});

const causes = {
  misplaced: ['WRONG_PERSON', 'WRONG_CASE'],
  never: ['NEVER_HAPPENED', 'DUPLICATE', 'TYPING_ERROR', 'OTHER'],
} as const;
type Wrong = 'something' | keyof typeof causes | 'since';
const pages: Readonly<Record<string, string>> = {
  case: 'sak',
  subject: 'person',
  coordination: 'person',
  enquiry: 'henvendelse',
  meeting: 'mote',
};

interface Props {
  readonly shown: Shown;
  readonly numbers: ReadonlyMap<string, number>;
  readonly close: () => void;
}

/** Asks what is wrong with an entry first: only what was never so is put right. */
export function CorrectEntry({ shown: { entry, number }, numbers, close }: Props) {
  const say = useText();
  const label = useLabel();
  const tell = useTell();
  const id = useId();
  const { mutate, isPending, error } = useSend();
  const [wrong, setWrong] = useState<Wrong>();
  const [cause, setCause] = useState<string>();
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const fields = entry.fields ?? [];
  const { changed, unread } = changeOf(fields, typed, language());
  const isChange = wrong === 'something';
  const isComplete =
    reason.trim() !== '' &&
    (isChange ? Object.keys(changed).length > 0 && unread.length === 0 : cause !== undefined);
  const place = correctionsOf(entry.of);
  const toldOf = (path: string) =>
    isProblem(error) ? error.body.errors?.find((one) => one.path === path)?.message : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isComplete || place === undefined) return;
    const body = {
      ...place.body?.(entry.recordId),
      eventId: entry.eventId,
      reason: reason.trim(),
      ...(isChange ? { changed } : { recordedInError: { reasonCode: cause } }),
    };
    mutate(
      { path: place.path(entry.recordId), body },
      {
        onSuccess: () => {
          tell({ text: say('done', { number }) });
          close();
        },
      },
    );
  };
  const choices: readonly Wrong[] =
    isCorrection(entry) || !fields.some(isWritten)
      ? ['misplaced', 'never', 'since']
      : ['something', 'misplaced', 'never', 'since'];
  return (
    <form
      className="panel correct no-print stack"
      onSubmit={submit}
      aria-labelledby={`${id}-title`}
      noValidate
    >
      <h4 id={`${id}-title`}>{say('title', { number })}</h4>
      {error !== null && <ProblemNotice error={error} />}
      <RestsOn error={error} numbers={numbers} />
      <Fieldset>
        <Fieldset.Legend>{say('what')}</Fieldset.Legend>
        {choices.map((one, at) => (
          <Radio
            key={one}
            name={`${id}-wrong`}
            value={one}
            label={say(one)}
            {...(one === 'misplaced' && { description: say('misplacedMore') })}
            {...(one === 'since' && { description: say('sinceMore') })}
            checked={wrong === one}
            autoFocus={at === 0}
            onChange={() => {
              setWrong(one);
              setCause(one === 'misplaced' || one === 'never' ? causes[one][0] : undefined);
              setTried(false);
            }}
          />
        ))}
      </Fieldset>
      {isChange && (
        <ChangeFields
          fields={fields}
          typed={typed}
          onChange={(name, text) => setTyped({ ...typed, [name]: text })}
          unread={tried ? unread : []}
          toldOf={toldOf}
        />
      )}
      {isChange && tried && Object.keys(changed).length + unread.length === 0 && (
        <ValidationMessage>{say('nothing')}</ValidationMessage>
      )}
      {(wrong === 'misplaced' || wrong === 'never') && (
        <Fieldset>
          <Fieldset.Legend>{say('cause')}</Fieldset.Legend>
          {causes[wrong].map((code) => (
            <Radio
              key={code}
              name={`${id}-cause`}
              value={code}
              label={capital(label('recordedInErrorReason', code))}
              checked={cause === code}
              onChange={() => setCause(code)}
            />
          ))}
        </Fieldset>
      )}
      {wrong === 'since' && (
        <p>
          {say('where')} <UpLink what={pages[entry.of] ?? ''} id={entry.recordId} head={{}} />
        </p>
      )}
      {wrong !== undefined && wrong !== 'since' && (
        <>
          <Field>
            <Label>{say('why')}</Label>
            <Field.Description>{say('whyMore')}</Field.Description>
            <Textarea rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
            {(toldOf('reason') ?? (tried && reason.trim() === '')) && (
              <ValidationMessage>{toldOf('reason') ?? say('noWhy')}</ValidationMessage>
            )}
          </Field>
          <p className="small">{say('stays')}</p>
        </>
      )}
      <div className="row">
        {wrong !== undefined && wrong !== 'since' && (
          <Button type="submit" loading={isPending}>
            {say(isChange ? 'correct' : 'strike')}
          </Button>
        )}
        <Button type="button" variant="tertiary" onClick={close}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
