import { Button, Fieldset, Radio, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { fileDocument } from '../api/documents.js';
import type { Read } from '../api/read.js';
import type { Day } from '../dates/dates.js';
import { useCodes } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { ChooseOne } from '../ui/choose-one.js';
import { DateField } from '../ui/date-field.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { DocumentsOf } from './documents-of.js';
import { FileDrop } from './file-drop.js';
import { useRecording } from './use-recording.js';

type Document = Read<'/v1/cases/{caseId}/documents'>['documents'][number];

const useText = texts('document-file', {
  nb: {
    form: 'Arkiver et dokument',
    title: 'Tittel',
    kind: 'Hva det er',
    direction: 'Retning',
    documentDate: 'Dokumentets dato',
    sender: 'Fra',
    receiver: 'Til',
    restriction: 'Skjerming',
    submit: 'Arkiver',
    cancel: 'Avbryt',
    noFile: 'Velg en fil.',
    noTitle: 'Skriv hva dokumentet heter.',
    noKind: 'Velg hva det er.',
    noDate: 'Skriv datoen på dokumentet.',
  },
  nn: {
    form: 'Arkiver eit dokument',
    title: 'Tittel',
    kind: 'Kva det er',
    direction: 'Retning',
    documentDate: 'Datoen på dokumentet',
    sender: 'Frå',
    receiver: 'Til',
    restriction: 'Skjerming',
    submit: 'Arkiver',
    cancel: 'Avbryt',
    noFile: 'Vel ei fil.',
    noTitle: 'Skriv kva dokumentet heiter.',
    noKind: 'Vel kva det er.',
    noDate: 'Skriv datoen på dokumentet.',
  },
});

interface Props {
  readonly of: DocumentsOf;
  readonly onDone: () => void;
}
interface Typed {
  readonly title: string;
  readonly sender: string;
  readonly receiver: string;
  readonly direction: Document['direction'];
  readonly kind?: Document['kind'] | undefined;
  readonly restriction: Document['restriction'];
  readonly typedDate: string;
  readonly documentDate?: Day | undefined;
  readonly file?: File | undefined;
}
const empty: Typed = {
  title: '',
  sender: '',
  receiver: '',
  direction: 'IN',
  restriction: 'OFFL_13',
  typedDate: '',
};

/** Files a document there. */
export function FileForm({ of: { recordKind, recordId }, onDone }: Props) {
  const say = useText();
  const directions = useCodes('documentDirection');
  const kinds = useCodes('filedDocumentKind');
  const restrictions = useCodes('documentRestriction');
  const [typed, setTyped] = useState(empty);
  const [isTried, setIsTried] = useState(false);
  const { title, sender, receiver, direction, kind, restriction, documentDate, file } = typed;
  const recording = useRecording(async (_: null, key) => {
    if (file === undefined || kind === undefined || documentDate === undefined) throw new Error('unfinished');
    const who = {
      ...(sender.trim() && { sender: sender.trim() }),
      ...(receiver.trim() && { receiver: receiver.trim() }),
    };
    const said = {
      recordKind,
      recordId,
      direction,
      kind,
      documentDate,
      restriction,
    } as const;
    return fileDocument({ ...said, title: title.trim(), ...who }, file, key);
  }, onDone);
  function change(changed: Partial<Typed>) {
    recording.anew();
    setTyped((before) => ({ ...before, ...changed }));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (file && kind && documentDate && title.trim() !== '') recording.send(null);
  }
  const lacks = (fault: boolean, text: Parameters<typeof say>[0]) =>
    isTried && fault ? say(text) : undefined;
  return (
    <form className="step-form" aria-label={say('form')} noValidate onSubmit={submit}>
      {recording.failure !== null && <ProblemNotice error={recording.failure} />}
      <FileDrop
        file={file}
        error={lacks(file === undefined, 'noFile')}
        choose={(chosen) => change({ file: chosen })}
      />
      <Textfield
        label={say('title')}
        value={title}
        maxLength={300}
        error={lacks(title.trim() === '', 'noTitle')}
        onChange={({ target }) => change({ title: target.value })}
      />
      <ChooseOne
        label={say('kind')}
        choices={kinds}
        value={kind}
        error={lacks(kind === undefined, 'noKind')}
        choose={(code) => change({ kind: code as Typed['kind'] })}
      />
      <Fieldset>
        <Fieldset.Legend>{say('direction')}</Fieldset.Legend>
        <div className="choices">
          {directions.map(({ value, label }) => (
            <Radio
              key={value}
              name="document-direction"
              value={value}
              label={label}
              checked={value === direction}
              onChange={() => change({ direction: value as Typed['direction'] })}
            />
          ))}
        </div>
      </Fieldset>
      <DateField
        label={say('documentDate')}
        value={typed.typedDate}
        error={lacks(documentDate === undefined, 'noDate')}
        onChange={(typedDate, day) => change({ typedDate, documentDate: day })}
      />
      <Textfield
        label={say('sender')}
        value={sender}
        maxLength={500}
        onChange={({ target }) => change({ sender: target.value })}
      />
      <Textfield
        label={say('receiver')}
        value={receiver}
        maxLength={500}
        onChange={({ target }) => change({ receiver: target.value })}
      />
      <ChooseOne
        label={say('restriction')}
        choices={restrictions}
        value={restriction}
        choose={(code) => change({ restriction: (code ?? 'OFFL_13') as Typed['restriction'] })}
      />
      <div className="step-buttons">
        <Button type="submit" loading={recording.isSending}>
          {say('submit')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
