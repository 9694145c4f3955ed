import { partsOf, type Recorded } from '#event-sourcing';
import type { Later } from '../domain/changes/index.js';

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isText = (value: unknown): value is string => typeof value === 'string';

/** Events that were recorded since, each as what it is about in the end. `find`: the event of the same stream by its id. */
export function laterIn(
  events: readonly Recorded[],
  find: (stream: string, id: string) => Recorded | undefined,
): Later[] {
  const meant = (event: Recorded): Recorded => {
    const corrects = event.data['corrects'];
    const target = isText(corrects) ? find(event.stream, corrects) : undefined;
    return target ? meant(target) : event;
  };
  return events.map((event): Later => {
    const { type, data, stream } = meant(event);
    const values = Object.values(data);
    return {
      does: type === event.type ? 'TELLS' : event.type === 'RecordedInErrorMarked' ? 'ANNULS' : 'CORRECTS',
      kind: type === 'SubjectMergedInto' ? 'SubjectsMerged' : type,
      days: values.filter(isDay),
      names: [...values.filter(isText), partsOf(stream)?.id ?? ''],
    };
  });
}
