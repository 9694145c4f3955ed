import { plainDay, shortDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Computation } from '../../ui/computation.js';
import { DueMark } from '../../ui/due-mark.js';
import { useComplaintPage } from './complaint-context.js';
import type { Complaint } from './scene.js';

const useText = texts('complaint-clock', {
  nb: {
    title: 'Frister',
    handling: 'Endret eller sendt til statsforvalteren',
    request: 'Svar til statsforvalteren',
    comply: 'Statsforvalterens avgjørelse fulgt opp',
    set: 'Statsforvalteren har satt fristen.',
    reached: 'Gjort {{day}}',
    late: 'Etter fristen {{day}}.',
    inTime: 'Fristen var {{day}}.',
  },
  nn: {
    title: 'Fristar',
    handling: 'Endra eller send til statsforvaltaren',
    request: 'Svar til statsforvaltaren',
    comply: 'Avgjerda til statsforvaltaren følgd opp',
    set: 'Statsforvaltaren har sett fristen.',
    reached: 'Gjort {{day}}',
    late: 'Etter fristen {{day}}.',
    inTime: 'Fristen var {{day}}.',
  },
});

interface Deadline {
  readonly what: 'handling' | 'request' | 'comply';
  readonly dueOn: string;
  readonly reachedOn: string | null;
  readonly sentence?: { readonly nb: string; readonly nn: string };
}

/** By when the municipality has to do something: what follows from the law and its own targets, and what the county governor set. */
function deadlinesOf({ handling, furtherRequests, complyBy, compliedOn }: Complaint): readonly Deadline[] {
  return [
    ...(handling === null ? [] : [{ what: 'handling', ...handling } as const]),
    ...furtherRequests.flatMap(({ answerBy, answeredOn }) =>
      answerBy === null ? [] : [{ what: 'request', dueOn: answerBy, reachedOn: answeredOn } as const],
    ),
    ...(complyBy === null ? [] : [{ what: 'comply', dueOn: complyBy, reachedOn: compliedOn } as const]),
  ];
}

export function Clock() {
  const say = useText();
  const { of } = useComplaintPage();
  const all = deadlinesOf(of);
  if (all.length === 0) return null;
  const isOver = of.waitsFor === null && of.status !== 'FORWARDED';
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{say('title')}</h2>
      <ul className="deadlines">
        {all.map(({ what, dueOn, reachedOn, sentence }) => (
          <li key={`${what} ${dueOn}`}>
            {reachedOn === null && !isOver ? (
              <DueMark dueOn={dueOn} />
            ) : (
              <span className="due none">
                {reachedOn === null ? shortDay(dueOn) : say('reached', { day: shortDay(reachedOn) })}
              </span>
            )}
            <div>
              <strong>{say(what)}</strong>
              <p className="small quiet">
                {sentence === undefined && `${say('set')} `}
                {reachedOn !== null && say(reachedOn > dueOn ? 'late' : 'inTime', { day: plainDay(dueOn) })}
              </p>
              {sentence !== undefined && <Computation sentence={sentence} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
