import { useRead } from '../api/read.js';
import { fullDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { capital, texts } from '../i18n/texts.js';
import { controlId, typedAt, useForm } from '../steps/form-context.js';
import { ChooseOne } from '../ui/choose-one.js';
import { joined } from '../ui/joined.js';

const useText = texts('complaint-case', {
  nb: { label: 'Saken det gjelder', none: 'Gjelder ingen sak', begun: 'begynt {{day}}' },
  nn: { label: 'Saka det gjeld', none: 'Gjeld inga sak', begun: 'byrja {{day}}' },
});

interface Props {
  /** Whose cases; else those of whoever is chosen in the same form. */
  readonly subjectId?: string | undefined;
}

/** Which of the person's cases, if any. */
export function CaseField({ subjectId: given }: Props) {
  const say = useText();
  const label = useLabel();
  const form = useForm();
  const subjectId = given ?? typedAt(form, 'subjectId');
  const { data } = useRead(
    '/v1/cases',
    { params: { query: { subjectId, limit: 50 } } },
    { enabled: subjectId !== '', every: 60_000 },
  );
  if (subjectId === '') return null;
  return (
    <ChooseOne
      id={controlId(form, 'caseId')}
      label={say('label')}
      none={say('none')}
      choices={(data?.cases ?? []).map(({ caseId, caseNumber, items, openedOn }) => ({
        value: caseId,
        label: capital(
          joined(
            caseNumber,
            ...items.map((item) => label('item', item)),
            say('begun', { day: fullDay(openedOn) }),
          ),
        ),
      }))}
      value={typedAt(form, 'caseId')}
      error={form.faultAt('caseId')}
      choose={(caseId) => {
        form.set('caseId', caseId);
        form.set('decisionId', undefined);
      }}
    />
  );
}
