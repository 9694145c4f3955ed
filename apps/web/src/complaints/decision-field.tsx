import { useRead } from '../api/read.js';
import { fullDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { controlId, typedAt, useForm } from '../steps/form-context.js';
import { ChooseOne } from '../ui/choose-one.js';
import { decisionsOf } from './decisions-of.js';
import type { Case } from '../cases/case.js';

const useText = texts('complaint-decision', {
  nb: {
    label: 'Avgjørelsen det gjelder',
    one: 'Avgjørelsen {{day}} ({{body}})',
    which: 'Velg saken først, så kommer avgjørelsene i den.',
    none: 'Saken har ingen avgjørelse.',
  },
  nn: {
    label: 'Avgjerda det gjeld',
    one: 'Avgjerda {{day}} ({{body}})',
    which: 'Vel saka først, så kjem avgjerdene i ho.',
    none: 'Saka har inga avgjerd.',
  },
});

/** What decisions are called where one is chosen. */
export function useDecisionChoices(): (of: Case) => readonly { value: string; label: string }[] {
  const say = useText();
  const label = useLabel();
  return (of) =>
    decisionsOf(of).map(({ decisionId, decidedOn, decidedBy }) => ({
      value: decisionId,
      label: say('one', {
        day: fullDay(decidedOn),
        body: decidedBy === null ? '' : label('deciderBody', decidedBy),
      }),
    }));
}

/** Which of the decisions of the case that is chosen in the same form. */
export function DecisionField() {
  const say = useText();
  const form = useForm();
  const choicesIn = useDecisionChoices();
  const caseId = typedAt(form, 'caseId');
  const { data } = useRead(
    '/v1/cases/{caseId}',
    { params: { path: { caseId } } },
    { enabled: caseId !== '' },
  );
  if (form.isHidden('decisionId')) return null;
  if (caseId === '') return <p className="quiet small">{say('which')}</p>;
  const choices = data?.caseId === caseId ? choicesIn(data) : undefined;
  if (choices?.length === 0) return <p className="quiet small">{say('none')}</p>;
  return (
    <ChooseOne
      id={controlId(form, 'decisionId')}
      label={say('label')}
      choices={choices ?? []}
      value={typedAt(form, 'decisionId')}
      error={form.faultAt('decisionId')}
      choose={(decisionId) => form.set('decisionId', decisionId)}
    />
  );
}
