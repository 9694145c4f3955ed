import { code, dayToCome, list, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { lawCodes } from '#vocabulary';
import { about, own } from '../about.js';
import { step, topicRefusals } from './step.js';

const { refuseIf, inOrder } = topicRefusals;
const words = () => personal.text({ ...own, max: 300 });

/**
 * What papers cite of the law, under the name that it bears, and what is cited instead since (A13, F28): one of the municipality's own, or in
 * the place of one that the program ships. Listed again, the last counts.
 */
const lawReferenceListed = step(
  'LawReferenceListed',
  v1(
    {
      ...about,
      reference: code(),
      nb: words(),
      nn: words(),
      /** The first and the last day on which it is in force under that name; absent where the day is not known, or none is set. */
      validFrom: optional(dayToCome()),
      validUntil: optional(dayToCome()),
      replacedBy: optional(list(code(lawCodes))),
      listedOn: localDate(),
    },
    { occurs: 'listedOn' },
  ),
  {
    check(_, { reference, validFrom, validUntil, replacedBy = [] }) {
      refuseIf(replacedBy.includes(reference), 'replaces-itself');
      if (validFrom !== undefined && validUntil !== undefined) {
        inOrder(validFrom, validUntil, 'date-order.law');
      }
    },
    evolve: (state, { reference }) => ({
      ...state,
      references: [...state.references.filter((one) => one !== reference), reference],
    }),
  },
);

export const lawSteps = [lawReferenceListed] as const;
