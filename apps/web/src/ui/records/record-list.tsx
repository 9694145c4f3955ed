import { Button, Table } from '@digdir/designsystemet-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Receipt } from '../../api/send.js';
import { texts, useOwnText } from '../../i18n/texts.js';
import type { OperationId } from '../../steps/operations.js';
import { OpenStep, type OpenStepProps } from '../../steps/open-step.js';
import { stepTitle } from '../../steps/step-texts.js';
import { Empty } from '../empty.js';
import { HistoryLink, type HistoryPlace } from '../history-link.js';
import { TableFrame } from '../table-frame.js';

const useText = texts('record-list', {
  nb: { steps: 'Handling', empty: 'Ingenting er registrert ennå' },
  nn: { steps: 'Handling', empty: 'Ingenting er registrert enno' },
});

export interface Column<Row> {
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
}

/** What can be recorded, of a row or anew; `title` names whom or what it is about. */
export type Step = Omit<OpenStepProps, 'onDone' | 'onCancel'>;

interface Props<Row> {
  /** What the table is called. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What a row is called, for whoever hears its steps read out. */
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly add?: Step;
  readonly stepsOf?: (row: Row) => readonly Step[];
  /** Of all of them, where they have one history. */
  readonly history?: HistoryPlace;
  /** Of each, where it has its own. */
  readonly historyOf?: (row: Row) => HistoryPlace | undefined;
  /** What would stand here. */
  readonly empty: string;
  /** What came of a step, where its answer tells more than that. */
  readonly onRecorded?: (receipt: Receipt) => void;
}

/** What stands in the address while a step is open. */
const keyOfStep = ({ operation, params = {} }: Step) => [operation, ...Object.values(params)].join('.');

/** A list with what can be recorded about each row, and one more; the form opens above the list. */
export function RecordList<Row>(props: Props<Row>) {
  const { label, rows, keyOf, nameOf, columns, add, stepsOf, history, historyOf, empty, onRecorded } = props;
  const say = useText();
  const own = useOwnText();
  const list = useRef<HTMLDivElement>(null);
  const { del, steg } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (key: string | undefined) =>
    void navigate({
      to: '.',
      search: { ...(del && { del }), ...(key !== undefined && { steg: key }) } as never,
      replace: true,
      resetScroll: false,
    });
  const close = () => {
    open(undefined);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(steg ?? '')}"]`)?.focus(),
    );
  };
  const done = (receipt: Receipt) => {
    onRecorded?.(receipt);
    close();
  };
  const titleOf = (operation: OperationId) => own(stepTitle(operation));
  const steps = [
    ...(add === undefined ? [] : [add]),
    ...rows.flatMap((row) =>
      (stepsOf?.(row) ?? []).map((one): Step => ({
        title: `${titleOf(one.operation)}: ${nameOf(row)}`,
        ...one,
      })),
    ),
  ];
  const step = steps.find((one) => keyOfStep(one) === steg);
  const hasSteps = stepsOf !== undefined || historyOf !== undefined;
  return (
    <div ref={list} className="stack">
      {(add !== undefined || history !== undefined) && (
        <div className="row no-print">
          {add !== undefined && (
            <Button
              variant="secondary"
              aria-expanded={step === add}
              data-step={keyOfStep(add)}
              onClick={() => open(keyOfStep(add))}
            >
              {titleOf(add.operation)}
            </Button>
          )}
          {history !== undefined && <HistoryLink {...history} />}
        </div>
      )}
      {step !== undefined && <OpenStep key={steg} {...step} onDone={done} onCancel={close} />}
      {rows.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{empty}</p>
        </Empty>
      ) : (
        <TableFrame label={label}>
          <Table>
            <Table.Head>
              <Table.Row>
                {columns.map(({ title }) => (
                  <Table.HeaderCell key={title}>{title}</Table.HeaderCell>
                ))}
                {hasSteps && <Table.HeaderCell className="no-print">{say('steps')}</Table.HeaderCell>}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {rows.map((row) => (
                <Table.Row key={keyOf(row)}>
                  {columns.map(({ title, show }) => (
                    <Table.Cell key={title}>{show(row)}</Table.Cell>
                  ))}
                  {hasSteps && (
                    <Table.Cell className="no-print">
                      <span className="row-steps">
                        {stepsOf?.(row).map((one) => (
                          <button
                            key={keyOfStep(one)}
                            type="button"
                            className="link-button"
                            data-step={keyOfStep(one)}
                            onClick={() => open(keyOfStep(one))}
                          >
                            {titleOf(one.operation)}
                            <span className="ds-sr-only">: {nameOf(row)}</span>
                          </button>
                        ))}
                        <HistoryOf place={historyOf?.(row)} of={nameOf(row)} />
                      </span>
                    </Table.Cell>
                  )}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </TableFrame>
      )}
    </div>
  );
}

const HistoryOf = ({ place, of }: { readonly place: HistoryPlace | undefined; readonly of: string }) =>
  place === undefined ? null : <HistoryLink {...place} of={of} />;
