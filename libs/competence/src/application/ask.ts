import { type Basis, type CommandRunner, type Fields, type Recorded, streamName } from '#event-sourcing';
import { askNamed, partyOf } from '#municipality';
import { lawCodes } from '#vocabulary';
import { courses } from '../domain/codes.js';
import { deciderOf, type RecordKind } from '../domain/records.js';
import { trainingDecider, trainingEvents } from '../domain/training/decide.js';
import { ownCodesIn } from '../questions.js';

type Log = Pick<CommandRunner, 'look'>;
type Data = Recorded['data'];

/** Lists to which the unit adds codes of its own in this context. */
const ownLists = [courses, lawCodes];

interface Naming {
  readonly kind: RecordKind;
  readonly type: string;
  readonly named: Data;
  /** Whose record it is, where it is one of the staff's. */
  readonly id: string;
}

/** What is asked elsewhere: whether whom and what an event names is known. */
export async function ask(log: Log, tenant: string, { kind, type, named, id }: Naming) {
  const { events } = deciderOf(kind);
  const fields: Fields = events.declared[type]?.fields ?? {};
  const isOwn = (name: string) => ownListOf(fields, name) !== undefined;
  const others = Object.fromEntries(Object.entries(named).filter(([name]) => !isOwn(name)));
  const [elsewhere, unknownCode, about] = await Promise.all([
    askNamed(log, tenant, { events, type, named: others }),
    unknownIn(log, tenant, fields, named),
    kind === 'staffCompetence' ? ofStaff(log, tenant, id, named) : { asked: {}, basis: [] },
  ]);
  return {
    named: { ...elsewhere.named, unknownCode: elsewhere.named.unknownCode ?? unknownCode },
    asked: about.asked,
    basis: [...elsewhere.basis, ...about.basis],
  };
}

const ownListOf = (fields: Fields, name: string) => {
  const { codes, element } = fields[name] ?? {};
  return ownLists.find((list) => list === (codes ?? element?.codes));
};

/** The first code of such a list that neither is usual nor was listed. */
async function unknownIn(log: Log, tenant: string, fields: Fields, named: Data) {
  for (const [name, said] of Object.entries(named)) {
    const list = ownListOf(fields, name);
    if (list === undefined) continue;
    const known = [...new Set([...list.codes, ...(await ownCodesIn(log, tenant, list.name))])];
    const isUnknown = [said].flat().some((one) => typeof one === 'string' && !known.includes(one));
    if (isUnknown) return { list: list.name, known: known.join(', ') };
  }
  return undefined;
}

async function ofStaff(log: Log, tenant: string, partyId: string, { trainingId }: Data) {
  const { exists: isRegistered, basis } = await partyOf(log, tenant, partyId);
  if (typeof trainingId !== 'string') return { asked: { isRegistered }, basis };
  const training = await log.look(trainingDecider, streamName(trainingEvents.category, tenant, trainingId));
  const isHeld = training.state.status === 'held';
  return { asked: { isRegistered, isHeld }, basis: [...basis, ...training.basis] satisfies Basis[] };
}
