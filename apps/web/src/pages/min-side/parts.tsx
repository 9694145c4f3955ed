import type { ReactNode } from 'react';
import { Consents } from './consents.js';
import { Letters } from './letters.js';
import { Looked } from './looked.js';
import { Now } from './now.js';
import type { Own, OwnPart } from './own.js';
import { Plan } from './plan.js';
import { Promises } from './promises.js';

interface Props {
  readonly own: Own;
  /** The part that is looked at; all of them where none is told. On paper they all stand. */
  readonly shown?: OwnPart;
  /** Whether the one who looks is the person: who has looked is told to nobody else here. */
  readonly isOwn: boolean;
}

/** The parts of a person's own page, one shown at a time. */
export function OwnParts({ own, shown, isOwn }: Props) {
  const parts: readonly (readonly [OwnPart, ReactNode])[] = [
    ['na', <Now own={own} />],
    ['plan', <Plan own={own} />],
    ['lofter', <Promises own={own} />],
    ['brev', <Letters own={own} opens={isOwn} />],
    ['samtykker', <Consents own={own} />],
    ...(isOwn ? ([['innsyn', <Looked own={own} />]] as const) : []),
  ];
  return parts.map(([part, page]) => (
    <div key={part} className={shown === undefined || shown === part ? undefined : 'own-later'}>
      {page}
    </div>
  ));
}
