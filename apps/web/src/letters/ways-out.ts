import { useCodes } from '../i18n/labels.js';
import { usePlace } from '../shell/place.js';
import type { OperationId } from '../steps/operations.js';
import type { StepFormProps } from '../steps/step-form-props.js';
import type { Values } from '../steps/values.js';

/** How a letter reaches its receiver: neither by telephone nor by e-mail. */
const ways = ['LETTER', 'DIGITAL_POST', 'IN_PERSON', 'SERVICE_OFFICE'];
const byPost: readonly unknown[] = ['LETTER', 'DIGITAL_POST'];

/** The outbox is asked about where there is one, and where the letter is not handed over. */
export const needlessOfDispatch =
  (hasOutbox: boolean) =>
  ({ channel }: Values): readonly string[] =>
    hasOutbox && byPost.includes(channel) ? [] : ['throughOutbox'];

/** What of the form that sends a letter can be chosen here; nothing is said of other forms. */
export function useWaysOut(operation: OperationId | undefined): Pick<StepFormProps, 'choices' | 'needless'> {
  const channels = useCodes('channel', ways);
  const { session } = usePlace();
  if (operation !== 'Letters_dispatch') return {};
  return { choices: { channel: channels }, needless: needlessOfDispatch(session.letterOutbox) };
}
