import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useRead } from '../api/read.js';
import { dayInText } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';
import type { PickerProps } from './picker.js';

const useText = texts('meeting-picker', { nb: { choose: 'Velg møte' }, nn: { choose: 'Vel møte' } });

/** One of the meetings of the unit or the board, the latest first. */
export function MeetingPicker({ id, label, value = '', choose, error }: PickerProps) {
  const say = useText();
  const codeLabel = useLabel();
  const { data } = useRead('/v1/meetings', { params: { query: { limit: 50 } } });
  const meetings = (data?.meetings ?? []).toSorted((one, other) => other.meetsOn.localeCompare(one.meetsOn));
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
      >
        <Select.Option value="">{say('choose')}</Select.Option>
        {meetings.map(({ meetingId, meetsOn, kind }) => (
          <Select.Option key={meetingId} value={meetingId}>
            {`${dayInText(meetsOn, language())}, ${codeLabel('meetingKind', kind)}`}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
