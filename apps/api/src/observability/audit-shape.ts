import { instant, integer, list, object, oneOf, orNull, text } from '../reading/shape.js';

/** What the auditor found last (docs/adr/0068). */
export const auditShape = orNull(
  object({
    beganAt: instant(),
    endedAt: instant(),
    events: integer(),
    rows: integer(),
    streams: integer(),
    findings: list(
      object({
        kind: oneOf(['ROW', 'ROWS', 'EVENT', 'EVENTS']),
        projection: orNull(text()),
        stream: orNull(text()),
        message: text('What was changed by something else, and what to do'),
        since: instant(),
      }),
    ),
  }),
);

export const rebuildsShape = list(
  object({
    name: text(),
    version: integer(),
    build: integer(),
    beganAt: instant(),
    endedAt: instant(),
    events: integer(),
    rows: integer(),
  }),
);
