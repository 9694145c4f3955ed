import { coordinationStream } from '#coordination';
import { coordinationOf } from '#projections/coordination-register/queries';
import { coordinationRegister } from '#projections/index';
import { subjectOf } from '#subject';
import type { ApiParts } from '../api-parts.js';
import type { Asked } from '../reading/asked.js';
import { historyIn } from './case-as-of.js';
import { elementsOf, withoutWhatStayed } from './case-change.js';
import { type Between, changesBetween, type ColumnChange } from './changes-between.js';
import { idNames } from './coordination-words.js';

type Parts = Pick<ApiParts, 'store' | 'codec' | 'runner'>;
type Data = Readonly<Record<string, unknown>>;
type Column = keyof typeof idNames;
const told = Object.keys(idNames) as readonly Column[];
const none = Object.fromEntries(told.map((column) => [column, []]));

/**
 * What changed meanwhile in who coordinates, in plan, group and consents, as far as it is of this case or of none; nothing where the viewer does
 * not see the person's coordination.
 */
export async function coordinationChanges(
  parts: Parts,
  asked: Asked,
  of: { readonly municipality: string; readonly subjectId: string; readonly caseId: string },
  between: Between,
): Promise<ColumnChange[]> {
  const { municipality, subjectId, caseId } = of;
  const { registrations } = await subjectOf(parts.runner, municipality, subjectId);
  const seen = await Promise.all(
    registrations.map((id) => coordinationOf(asked.pool, asked.viewer, id, asked)),
  );
  const shown = registrations.filter((_, at) => seen[at] !== undefined);
  const found = await Promise.all(
    shown.map(async (id) => {
      const history = await historyIn(parts, coordinationStream(municipality, id));
      return changesBetween(coordinationRegister, history, between, none) ?? [];
    }),
  );
  const all = found.flat();
  return told.flatMap((column) => {
    const ofColumn = all
      .filter((one) => one.column === column)
      .map((one) => ofCase(withoutWhatStayed(one), caseId));
    const [was, now] = [ofColumn.flatMap((one) => one.was), ofColumn.flatMap((one) => one.now)];
    const ids = new Set([...was, ...now].map((one) => one[idNames[column]]));
    const isOf = ({ data }: ColumnChange['by'][number]) => {
      const id = data[idNames[column]];
      return id === undefined || ids.has(id);
    };
    return ids.size === 0 ? [] : [{ column, was, now, by: ofColumn.flatMap(({ by }) => by).filter(isOf) }];
  });
}

function ofCase({ column, was, now, by }: ColumnChange, caseId: string) {
  const own = (some: unknown) =>
    (elementsOf(column, some) as readonly Data[]).filter(({ caseId: of = caseId }) => of === caseId);
  return { was: own(was), now: own(now), by };
}
