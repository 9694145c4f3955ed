import { accessOutcomes, accessPurposes, actorRoles } from '#personal-data';
import { openedRecords } from './opened.js';
import { units } from '#vocabulary';
import {
  born,
  code,
  codeOf,
  instant,
  integer,
  list,
  listedSubject,
  object,
  orNull,
  page,
  party,
  text,
} from '../reading/shape.js';

const entry = {
  number: integer(),
  at: instant(),
  reader: party,
  role: code(actorRoles),
  units: list(code(units)),
  purpose: code(accessPurposes),
  what: code(openedRecords),
  route: text('Method and address, with the names of ids in it'),
  recordId: orNull(text('Which record the address named')),
  caseNumber: orNull(text('Where that is a case')),
  outcome: codeOf(accessOutcomes),
};

export const accessLogAnswer = page({
  entries: list(
    object({
      ...entry,
      subjects: list(listedSubject),
      subjectCount: integer(),
    }),
  ),
});

export const personAccessLogAnswer = page({ subject: born, entries: list(object(entry)) });
