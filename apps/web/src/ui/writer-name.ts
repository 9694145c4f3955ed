import { type Opened, textOf } from './opened.js';

/** Who recorded something, as trails have it. */
export interface Writer {
  readonly name: Opened;
  readonly partyId: string;
  readonly role: string;
}

/** What did it by itself, or at the machine, has no name. */
export const writerName = ({ name, partyId, role }: Writer): string =>
  textOf(name) || (role === 'SYSTEM' || role === 'OPERATOR' ? 'Samspor' : partyId);
