import { Field, Label, Textarea } from '@digdir/designsystemet-react';
import { type Read, useRead } from '../api/read.js';
import { fullDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { language } from '../i18n/language.js';
import { capital, texts } from '../i18n/texts.js';
import { ChooseOne } from '../ui/choose-one.js';
import { ChooseSome } from '../ui/choose-some.js';
import { DateField } from '../ui/date-field.js';
import { joined } from '../ui/joined.js';
import { textOf } from '../ui/opened.js';

const useText = texts('letter-fields', {
  nb: {
    template: 'Hvilket brev?',
    language: 'Målform',
    to: 'Til',
    who: 'Hvem',
    copy: 'Kopi til',
    complaint: 'Klagen det gjelder',
    came: 'Klagen fra {{day}}',
  },
  nn: {
    template: 'Kva brev?',
    language: 'Målform',
    to: 'Til',
    who: 'Kven',
    copy: 'Kopi til',
    complaint: 'Klaga det gjeld',
    came: 'Klaga frå {{day}}',
  },
});

export type Template = Read<'/v1/letter-templates'>['templates'][number];

/** What is chosen and written of a letter; a day as it was typed, and as it is meant. */
export interface Writing {
  readonly template?: string | undefined;
  readonly language?: string | undefined;
  readonly recipient?: string | undefined;
  readonly recipientId?: string | undefined;
  /** The complaint that it is about, of which the letter says what is recorded. */
  readonly complaintId?: string | undefined;
  readonly copyTo: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, string>>;
}

export type Relations = Read<'/v1/subjects/{subjectId}'>['relations'];

interface Props {
  readonly caseId: string;
  readonly relations: Relations;
  /** The complaint that every letter is about, where that is settled. */
  readonly complaintId: string | undefined;
  readonly templates: readonly Template[];
  readonly writing: Writing;
  readonly change: (changed: Partial<Writing>) => void;
}

/** Which letter, to whom, and what its writer adds. */
export function LetterFields({ caseId, relations: all, complaintId, templates, writing, change }: Props) {
  const say = useText();
  const label = useLabel();
  const template = templates.find((one) => one.template === writing.template);
  const called = (list: string) => (code: string) => ({ value: code, label: capital(label(list, code)) });
  const relations = all.filter(({ isCurrent }) => isCurrent);
  return (
    <>
      <ChooseOne
        label={say('template')}
        choices={templates.map((one) => ({ value: one.template, label: one.title[language()] }))}
        value={writing.template}
        choose={(chosen) =>
          change({
            template: chosen,
            recipient: 'SUBJECT',
            recipientId: undefined,
            complaintId,
            copyTo: [],
          })
        }
      />
      {template !== undefined && (
        <>
          <ChooseOne
            label={say('language')}
            choices={['NB', 'NN'].map(called('language'))}
            value={writing.language}
            choose={(chosen) => change({ language: chosen })}
          />
          <ChooseOne
            label={say('to')}
            choices={template.recipients.map(called('recipient'))}
            value={writing.recipient}
            choose={(recipient) => change({ recipient, recipientId: undefined })}
          />
          {writing.recipient !== 'SUBJECT' && (
            <ChooseOne
              label={say('who')}
              choices={relations.map(({ party, kind }) => ({
                value: party.partyId,
                label: joined(textOf(party.name), label('relationKind', kind)),
              }))}
              value={writing.recipientId}
              choose={(recipientId) => change({ recipientId })}
            />
          )}
          {template.matter === 'COMPLAINT' && complaintId === undefined && (
            <AboutComplaint caseId={caseId} writing={writing} change={change} />
          )}
          {template.copyTo.length > 0 && (
            <ChooseSome
              id="letter-copies"
              label={say('copy')}
              choices={template.copyTo.map(called('recipient'))}
              chosen={writing.copyTo}
              choose={(copyTo) => change({ copyTo })}
            />
          )}
          {template.texts.map((one) => (
            <WrittenField key={one.field} of={one} writing={writing} change={change} />
          ))}
        </>
      )}
    </>
  );
}

/** Which complaint of the case. */
function AboutComplaint({ caseId, writing, change }: Pick<Props, 'caseId' | 'writing' | 'change'>) {
  const say = useText();
  const { data } = useRead('/v1/complaints', { params: { query: { caseId, limit: 50 } } });
  return (
    <ChooseOne
      label={say('complaint')}
      choices={(data?.complaints ?? []).map(({ complaintId, begunOn }) => ({
        value: complaintId,
        label: say('came', { day: fullDay(begunOn) }),
      }))}
      value={writing.complaintId}
      choose={(complaintId) => change({ complaintId })}
    />
  );
}

function WrittenField({
  of: { field, type, label, max },
  writing: { texts: written, days },
  change,
}: Pick<Props, 'writing' | 'change'> & { readonly of: Template['texts'][number] }) {
  const name = label[language()];
  const set = (text: string) => change({ texts: { ...written, [field]: text } });
  if (type === 'day') {
    return (
      <DateField
        label={name}
        direction="ahead"
        value={days[field] ?? ''}
        onChange={(typed, day) =>
          change({ days: { ...days, [field]: typed }, texts: { ...written, [field]: day ?? '' } })
        }
      />
    );
  }
  return (
    <Field>
      <Label>{name}</Label>
      <Textarea
        rows={max > 300 ? 4 : 2}
        maxLength={max}
        value={written[field] ?? ''}
        onChange={({ target }) => set(target.value)}
      />
    </Field>
  );
}
