import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { calledOf, type Meeting, movedBy } from './meeting.js';
import { seenOf } from './meeting-since.js';
import { meetingRoute } from './search.js';

const useText = texts('order-step', {
  nb: {
    title: 'Rekkefølgen på sakene',
    up: 'Opp',
    down: 'Ned',
    moved: '{{called}} er nå nummer {{place}}.',
    record: 'Registrer rekkefølgen',
  },
  nn: {
    title: 'Rekkjefølgja på sakene',
    up: 'Opp',
    down: 'Ned',
    moved: '{{called}} er no nummer {{place}}.',
    record: 'Registrer rekkjefølgja',
  },
});

interface Props {
  readonly meeting: Meeting;
  readonly close: () => void;
}

/** The order in which the cases are taken up, changed by moving one past its neighbour. */
export function OrderStep({ meeting, close }: Props) {
  const say = useText();
  const { meetingId, cases } = meeting;
  const { utenNavn = false } = meetingRoute.useSearch();
  const [order, setOrder] = useState(cases.map(({ caseId }) => caseId));
  const [moved, setMoved] = useState('');
  const calledBy = (id: string) => {
    const one = cases.find(({ caseId }) => caseId === id);
    return one === undefined ? '' : calledOf(one, utenNavn);
  };
  const move = (at: number, by: 1 | -1) => () => {
    setOrder([...movedBy(order, at, by)]);
    setMoved(say('moved', { called: calledBy(order[at] ?? ''), place: at + by + 1 }));
  };
  return (
    <OpenStep
      operation="MeetingsOfUnit_order"
      params={{ meetingId }}
      {...seenOf(meeting)}
      title={say('title')}
      preset={{ caseIds: order }}
      hide={['caseIds', 'orderedOn']}
      submitLabel={say('record')}
      onDone={close}
      onCancel={close}
    >
      <ol className="ordering">
        {order.map((id, at) => (
          <li key={id}>
            <span>
              {at + 1}. {calledBy(id)}
            </span>
            <span className="row">
              <Button variant="tertiary" disabled={at === 0} onClick={move(at, -1)}>
                {say('up')}
                <span className="ds-sr-only">: {calledBy(id)}</span>
              </Button>
              <Button variant="tertiary" disabled={at === order.length - 1} onClick={move(at, 1)}>
                {say('down')}
                <span className="ds-sr-only">: {calledBy(id)}</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="small quiet">
        {moved}
      </p>
    </OpenStep>
  );
}
