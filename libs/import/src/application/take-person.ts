import { everSaid } from '#coordination';
import { takeInEarlier } from '#coordination/application/index';
import { derivedId, InvalidFact, Rehearsal, Rejection } from '#event-sourcing';
import { RehearsedClaims, registerSubject } from '#subject/application/index';
import type { ColumnName } from '../rows/columns.js';
import { type EarlierFact, factsOf, type FoundRow } from '../rows/facts.js';
import type { ListedPerson } from '../rows/persons.js';
import { say } from '../rows/sentences.js';
import { findCoordinator, findPerson, type FoundPerson, NotFound } from './find.js';
import { type Circumstances, commandOf, type ImportParts } from './parts.js';
import { recordImportStep } from './record-step.js';
import { faulty, faultySo, type Verdict } from './verdict.js';

/** One import, under way or rehearsed. */
export interface UnderWay {
  readonly parts: ImportParts;
  readonly importId: string;
  readonly circumstances: Circumstances;
  /** Where the columns stand, for whatever is said of one. */
  readonly placeOf: (column: ColumnName) => number | undefined;
}

/** What is to be done for a person of the list. */
interface Plan {
  readonly found: FoundPerson;
  readonly facts: readonly EarlierFact[];
}

/** What would come of the rows of one person. Records nothing. */
export async function rehearsePerson(under: UnderWay, listed: ListedPerson): Promise<readonly Verdict[]> {
  return judged(under, listed, async () => {
    const plan = await planFor(under, listed);
    await carryOut(rehearsing(under), listed, plan);
    return plan;
  });
}

/** Records what the rows of one person say that is not there already: all of it, or nothing. Safe to repeat. */
export async function takePerson(under: UnderWay, listed: ListedPerson): Promise<readonly Verdict[]> {
  return judged(under, listed, async () => {
    const plan = await planFor(under, listed);
    if (isDone(plan)) return plan;
    // Whatever refuses it does so before any of it is recorded.
    await carryOut(rehearsing(under), listed, plan);
    const { parts, importId, circumstances } = under;
    const { subjectId } = plan.found;
    const remark = remarkOf(listed);
    const rows = listed.rows.map(({ row }) => row).slice(0, 200);
    await recordImportStep(
      parts.runner,
      {
        step: 'ImportRowsTaken',
        importId,
        told: { subjectId, rows, ...(remark !== undefined && { remark }) },
      },
      commandOf(circumstances, importId, derivedId('import rows', importId, subjectId)),
    );
    await carryOut(under, listed, plan);
    return plan;
  });
}

const isDone = ({ found, facts }: Plan) => !found.isNew && facts.length === 0;

/** The same with nothing recorded: what was decided is remembered for this person alone. */
function rehearsing({ parts, ...under }: UnderWay): UnderWay {
  const runner = new Rehearsal(parts.runner);
  return { ...under, parts: { ...parts, runner, claims: new RehearsedClaims(parts.claims) } };
}

async function planFor({ parts, importId, circumstances }: UnderWay, listed: ListedPerson): Promise<Plan> {
  const { municipality: tenant } = circumstances;
  const rows: FoundRow[] = [];
  for (const row of listed.rows) {
    const coordinatorId = row.coordinator && (await findCoordinator(parts, tenant, row.coordinator));
    rows.push({ ...row, coordinatorId });
  }
  const found = await findPerson(parts, tenant, importId, listed);
  const said = found.isNew ? [] : await everSaid(parts.runner, tenant, found.subjectId);
  return { found, facts: factsOf({ importId, subjectId: found.subjectId }, rows, said) };
}

async function carryOut(
  { parts, importId, circumstances }: UnderWay,
  { person }: ListedPerson,
  { found, facts }: Plan,
): Promise<void> {
  let { subjectId } = found;
  if (found.isNew) {
    const { birthDate, ...told } = person;
    // A number tells the day itself.
    const data = { ...told, ...(person.identityNumber === undefined && { birthDate }) };
    ({ subjectId } = await registerSubject(
      parts,
      data,
      commandOf(circumstances, importId, found.registerAs),
    ));
  }
  if (facts.length === 0) return;
  const steps = facts.map(({ step }) => step);
  const command = derivedId('import facts', importId, subjectId);
  await takeInEarlier(
    parts.runner,
    { subjectId, birthDate: person.birthDate, steps },
    commandOf(circumstances, importId, command),
  );
}

/** A verdict for each row of the person. */
async function judged(
  { placeOf }: Pick<UnderWay, 'placeOf'>,
  listed: ListedPerson,
  work: () => Promise<Plan>,
): Promise<readonly Verdict[]> {
  try {
    const plan = await work();
    return listed.rows.map(({ row }, index) => verdictOf(plan, row, index === 0));
  } catch (error) {
    return listed.rows.map(({ row }) => {
      if (error instanceof NotFound) return faultySo(row, say(error.rule), placeOf(error.column));
      if (error instanceof Rejection) return faultySo(row, error.phrase);
      // A text that no field takes: nothing that a rule has a sentence for.
      if (error instanceof InvalidFact) {
        return faulty(row, [{ what: { en: error.message, nb: error.message, nn: error.message } }]);
      }
      throw error;
    });
  }
}

function verdictOf({ found, facts }: Plan, row: number, isFirst: boolean): Verdict {
  const own = facts.filter(({ rows }) => rows[0] === row).map(({ kind, on }) => ({ kind, on }));
  const all = [...(found.isNew && isFirst ? [{ kind: 'PERSON' as const }] : []), ...own];
  return {
    row,
    kind: all.length === 0 ? 'ALREADY' : 'RECORDED',
    subjectId: found.subjectId,
    facts: all,
    faults: [],
  };
}

const remarkOf = ({ rows }: ListedPerson): string | undefined => {
  const told = [...new Set(rows.flatMap(({ remark }) => remark ?? []))].join('\n');
  return told === '' ? undefined : told.slice(0, 4000);
};
