import { useRead } from '../api/read.js';
import { dayInText } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';
import { ChooseOne } from '../ui/choose-one.js';
import type { PickerProps } from './picker.js';

const useText = texts('meeting-picker', { nb: { choose: 'Velg møte' }, nn: { choose: 'Vel møte' } });

/** One of the meetings of the unit or the board, the latest first. */
export function MeetingPicker(picker: PickerProps) {
  const say = useText();
  const codeLabel = useLabel();
  const { data } = useRead('/v1/meetings', { params: { query: { limit: 50 } } });
  const meetings = (data?.meetings ?? []).toSorted((one, other) => other.meetsOn.localeCompare(one.meetsOn));
  const choices = meetings.map(({ meetingId, meetsOn, kind }) => ({
    value: meetingId,
    label: `${dayInText(meetsOn, language())}, ${codeLabel('meetingKind', kind)}`,
  }));
  return <ChooseOne {...picker} choices={choices} none={say('choose')} />;
}
