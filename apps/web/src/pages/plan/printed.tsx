import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { handOver } from '../../api/download.js';
import { request } from '../../api/request.js';
import { texts } from '../../i18n/texts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

const useText = texts('plan-printed', {
  nb: { print: 'Skriv ut for {{name}} (PDF)' },
  nn: { print: 'Skriv ut for {{name}} (PDF)' },
});

interface Props {
  readonly planId: string;
  readonly partyId: string;
  readonly name: string;
}

/** The plan as this recipient sees it today, as a file to be printed. */
export function PrintFor({ planId, partyId, name }: Props) {
  const say = useText();
  const path = `/v1/plans/${encodeURIComponent(planId)}/as/${encodeURIComponent(partyId)}/print`;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => handOver(await request(path), 'individuell-plan.pdf'),
  });
  return (
    <>
      <Button variant="tertiary" data-size="sm" loading={isPending} onClick={() => mutate()}>
        {say('print', { name })}
      </Button>
      {error !== null && <ProblemNotice error={error} />}
    </>
  );
}
