import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { type Read, useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import type { OperationId } from '../../steps/operations.js';
import { StepButton } from '../../steps/step-button.js';
import { OpenStep } from '../../steps/open-step.js';
import type { Values } from '../../steps/values.js';
import { nameOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Handover, Proposal, Standing } from './standing.js';

type Coordination = Read<'/v1/subjects/{subjectId}/coordination'>;

const useText = texts('answer-in-place', {
  nb: { about: 'Om {{name}}', answers: 'Velg svar' },
  nn: { about: 'Om {{name}}', answers: 'Vel svar' },
});

/** What a leader is asked before anybody of the unit coordinates is answered by what the task tells. */
const unseen = [403, 404];

interface Props {
  readonly params: Readonly<Record<string, string>>;
  /** The answers that can be given, the usual one first. */
  readonly operations: readonly OperationId[];
  readonly close: () => void;
}

/** What one has to know about a person to answer, and the form of the answer. */
export function StepInPlace({ params, operations, close }: Props) {
  const say = useText();
  const { data, error, refetch } = useRead('/v1/subjects/{subjectId}/coordination', {
    params: { path: { subjectId: params['subjectId'] ?? '' } },
  });
  const mayTypeIn = useHasRole('CASEWORKER', 'LEADER');
  const [chosen, choose] = useState(operations[0]);
  const place = useRef<HTMLDivElement>(null);
  const isUntold = isProblem(error) && unseen.includes(error.status);
  const isReady = data !== undefined || isUntold;
  useEffect(() => {
    if (isReady) place.current?.querySelector<HTMLElement>('h3')?.focus();
  }, [isReady]);
  if (!isReady || chosen === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const proposal = data?.proposals.find(({ proposalId }) => proposalId === params['proposalId']);
  const handover = data?.handovers.find(({ handoverId }) => handoverId === params['handoverId']);
  return (
    <div className="in-place stack" ref={place}>
      {data && (
        <>
          <h3 tabIndex={-1}>{say('about', { name: nameOf(data.subject) })}</h3>
          <Standing of={data} />
        </>
      )}
      {proposal && <Proposal of={proposal} />}
      {handover && <Handover of={handover} />}
      {operations.length > 1 && (
        <div className="actions" role="group" aria-label={say('answers')}>
          {operations.map((operation) => (
            <StepButton
              key={operation}
              operation={operation}
              open={operation === chosen}
              toggle={() => choose(operation)}
            />
          ))}
        </div>
      )}
      <OpenStep
        key={chosen}
        operation={chosen}
        params={params}
        preset={presetOf(chosen, data)}
        {...(typeof data?.revision === 'string' && { revision: data.revision })}
        hide={mayTypeIn ? hidden : [...hidden, 'leaderId']}
        onDone={close}
        onCancel={close}
      />
    </div>
  );
}

/** Who answers is whoever is signed in; the unit also types in what a leader answers. */
const hidden = ['reviewedById', 'writtenById', 'appointmentId'];

function presetOf(operation: OperationId, known: Coordination | undefined): Values {
  if (operation !== 'Reviews_review' || known === undefined) return {};
  const { activePlanId, coordinator, members } = known;
  return {
    outcome: 'STILL_RIGHT',
    parts: [
      ...(activePlanId === null ? [] : ['PLAN']),
      ...(coordinator === null ? [] : ['COORDINATOR']),
      ...(members.some(({ leftOn }) => leftOn === null) ? ['GROUP'] : []),
    ],
  };
}
