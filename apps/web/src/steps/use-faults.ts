import { isProblem } from '../api/problem.js';
import { language } from '../i18n/language.js';
import { capital, texts, useOwnText } from '../i18n/texts.js';
import { fieldLabel } from './field-texts.js';
import type { Field } from './operations.js';
import { type Fault, faultsIn, type Values } from './values.js';

const useText = texts('faults', {
  nb: {
    missing: '{{field}}: må fylles ut.',
    tooLong: '{{field}}: høyst {{most}} tegn. Du har skrevet {{count}}.',
  },
  nn: {
    missing: '{{field}}: må fyllast ut.',
    tooLong: '{{field}}: høgst {{most}} teikn. Du har skrive {{count}}.',
  },
});

/** With a space between thousands. */
const counted = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** What is at fault in the fields of a command, each with the field's name: before it is sent, and as the API refuses it. */
export function useFaults(operation: string) {
  const say = useText();
  const own = useOwnText();
  const called = (name: string) => capital(own(fieldLabel(operation, name)));
  return {
    faultsOf: (fields: readonly Field[], values: Values): readonly Fault[] =>
      faultsIn(fields, values, {
        language: language(),
        missing: ({ name }) => say('missing', { field: called(name) }),
        tooLong: ({ name }, most, count) =>
          say('tooLong', { field: called(name), most: counted(most), count: counted(count) }),
      }),
    toldBy: (error: unknown): readonly Fault[] =>
      isProblem(error)
        ? (error.body.errors ?? []).map(({ path, message }) => ({
            path,
            message: `${called(path.split('.').at(-1) ?? path)} ${message}`,
          }))
        : [],
  };
}
