/** Something that is not as the projector left it. */
export interface Finding {
  /** `ROW`: a row is not what was written. `ROWS`: there are others, or as many as there should not be. `EVENT`, `EVENTS`: the same of the log. */
  readonly kind: 'ROW' | 'ROWS' | 'EVENT' | 'EVENTS';
  /** The read model; null for an event, which several may be made of. */
  readonly projection: string | null;
  /** Null where it is known only that something is. */
  readonly stream: string | null;
  /** For people; never personal data. */
  readonly message: string;
}

export const keyOfFinding = ({ kind, projection, stream }: Finding) => `${kind} ${projection} ${stream}`;

/** Of one thing no more than so many are told, so that a log exchanged for another does not fill the page. */
export const mostTold = 20;

export const rebuildIt = (name: string) => `Make the rows anew: samspor projections rebuild ${name}.`;
