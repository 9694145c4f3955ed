import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { StepButton } from '../../steps/step-button.js';
import { OpenStep } from '../../steps/open-step.js';
import { nameOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { type Answering, answersOf } from './answers.js';
import { Handover, Proposal, Standing } from './standing.js';

const useText = texts('answer-in-place', {
  nb: {
    about: 'Om {{name}}',
    answers: 'Velg svar',
    tellLeft: 'Meld at {{name}} har sluttet',
    told: 'Det er ingenting som kan meldes avsluttet: det er meldt fra før, eller ingenting er i gang.',
    unconfirmed: 'Meldingen fra enheten er ikke bekreftet ennå. Meld at det er slutt under',
    leaders: 'Enhetsleder',
  },
  nn: {
    about: 'Om {{name}}',
    answers: 'Vel svar',
    tellLeft: 'Meld at {{name}} har slutta',
    told: 'Det er ingenting som kan meldast avslutta: det er meldt frå før, eller ingenting er i gang.',
    unconfirmed: 'Meldinga frå eininga er ikkje stadfesta enno. Meld at det er slutt under',
    leaders: 'Einingsleiar',
  },
});

/** What a leader is asked before anybody of the unit coordinates is answered by what the task tells. */
const unseen = [403, 404];

interface Props {
  readonly params: Readonly<Record<string, string>>;
  /** The answers that can be given, the usual one first; or whatever of the person's can be told to have ended. */
  readonly answering: Answering;
  readonly close: () => void;
}

/** What one has to know about a person to answer, and the form of the answer. */
export function StepInPlace({ params, answering, close }: Props) {
  const say = useText();
  const { data, error, refetch } = useRead('/v1/subjects/{subjectId}/coordination', {
    params: { path: { subjectId: params['subjectId'] ?? '' } },
  });
  const mayTypeIn = useHasRole('CASEWORKER', 'LEADER');
  const [chosen, choose] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const isUntold = isProblem(error) && unseen.includes(error.status);
  const isReady = data !== undefined || isUntold;
  useEffect(() => {
    if (isReady) place.current?.querySelector<HTMLElement>('h3')?.focus();
  }, [isReady]);
  if (!isReady) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const proposal = data?.proposals.find(({ proposalId }) => proposalId === params['proposalId']);
  const handover = data?.handovers.find(({ handoverId }) => handoverId === params['handoverId']);
  const answers = answersOf(answering, data, (name) => say('tellLeft', { name }));
  const open = answers.find(({ key }) => key === chosen) ?? answers[0];
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
      {answers.length > 1 && (
        <div className="actions" role="group" aria-label={say('answers')}>
          {answers.map(({ key, operation, label }) => (
            <StepButton
              key={key}
              operation={operation}
              open={key === open?.key}
              toggle={() => choose(key)}
              {...(label !== undefined && { label })}
            />
          ))}
        </div>
      )}
      {open === undefined ? (
        isUntold ? (
          <p>
            {say('unconfirmed')} <Link to="/enhetsleder">{say('leaders')}</Link>.
          </p>
        ) : (
          <p>{say('told')}</p>
        )
      ) : (
        <OpenStep
          key={open.key}
          operation={open.operation}
          params={params}
          preset={open.preset}
          {...(open.label !== undefined && { title: open.label })}
          {...(typeof data?.revision === 'string' && { revision: data.revision })}
          hide={mayTypeIn ? open.hide : [...open.hide, 'leaderId']}
          onDone={close}
          onCancel={close}
        />
      )}
    </div>
  );
}
