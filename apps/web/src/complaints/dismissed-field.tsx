import { useRead } from '../api/read.js';
import { fullDay } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { controlId, typedAt, useForm } from '../steps/form-context.js';
import { ChooseOne } from '../ui/choose-one.js';

const useText = texts('complaint-dismissed', {
  nb: {
    label: 'Klagen som ble avvist',
    one: 'Klagen som kom {{day}}',
    none: 'Ingen klage fra personen er avvist som for sen.',
  },
  nn: {
    label: 'Klaga som vart avvist',
    one: 'Klaga som kom {{day}}',
    none: 'Inga klage frå personen er avvist som for sein.',
  },
});

/** Which of the person's complaints was dismissed as late. */
export function DismissedField({ subjectId: given }: { readonly subjectId?: string | undefined }) {
  const say = useText();
  const form = useForm();
  const subjectId = given ?? typedAt(form, 'subjectId');
  const isHidden = form.isHidden('dismissedComplaintId');
  const { data } = useRead(
    '/v1/complaints',
    { params: { query: { subjectId, status: 'DISMISSED', limit: 50 } } },
    { enabled: subjectId !== '' && !isHidden, every: 60_000 },
  );
  if (isHidden) return null;
  if (data?.complaints.length === 0) return <p className="quiet small">{say('none')}</p>;
  return (
    <ChooseOne
      id={controlId(form, 'dismissedComplaintId')}
      label={say('label')}
      choices={(data?.complaints ?? []).map(({ complaintId, begunOn }) => ({
        value: complaintId,
        label: say('one', { day: fullDay(begunOn) }),
      }))}
      value={typedAt(form, 'dismissedComplaintId')}
      error={form.faultAt('dismissedComplaintId')}
      choose={(id) => form.set('dismissedComplaintId', id)}
    />
  );
}
