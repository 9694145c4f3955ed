import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { openPackage } from '../../api/package.js';
import { registrars } from '../../complaints/recording.js';
import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useComplaintPage } from './complaint-context.js';
import { PackageWriter } from './package-writer.js';

const useText = texts('complaint-package', {
  nb: {
    title: 'Saken til statsforvalteren',
    what: 'Alt statsforvalteren trenger, samlet i én fil: det som er registrert, med hele historikken, og dokumentene slik de kom.',
    make: 'Gjør saken klar',
    again: 'Gjør saken klar på nytt',
    closed: 'Lukket {{day}}',
    fetch: 'Last ned saken (ZIP)',
    file: 'saken-til-statsforvalteren.zip',
  },
  nn: {
    title: 'Saka til statsforvaltaren',
    what: 'Alt statsforvaltaren treng, samla i éi fil: det som er registrert, med heile historikken, og dokumenta slik dei kom.',
    make: 'Gjer saka klar',
    again: 'Gjer saka klar på nytt',
    closed: 'Lukka {{day}}',
    fetch: 'Last ned saka (ZIP)',
    file: 'saka-til-statsforvaltaren.zip',
  },
});

/** What goes to the county governor with the complaint: what was closed, and what is being made ready. */
export function PackageSection() {
  const say = useText();
  const { of } = useComplaintPage();
  const { session } = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isOpen, setOpen] = useState(false);
  const fetching = useMutation({
    mutationFn: (packageId: string) => openPackage(of.complaintId, packageId, say('file')),
  });
  const mayClose =
    registrars.some((role) => session.roles.includes(role)) &&
    (of.status === 'RECONSIDERED' || of.status === 'FORWARDED');
  if (of.packages.length === 0 && !mayClose) return null;
  const leave = () => {
    setOpen(false);
    heading.current?.focus();
  };
  return (
    <section className="case-section" aria-labelledby="complaint-package">
      <h2 id="complaint-package" ref={heading} tabIndex={-1}>
        {say('title')}
      </h2>
      <p className="quiet">{say('what')}</p>
      {of.packages.length > 0 && (
        <ul className="records">
          {of.packages.map(({ packageId, closedOn }) => (
            <li key={packageId}>
              <strong>{say('closed', { day: fullDay(closedOn) })}</strong>{' '}
              <Button
                type="button"
                variant="secondary"
                loading={fetching.isPending}
                onClick={() => fetching.mutate(packageId)}
              >
                {say('fetch')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fetching.error !== null && <ProblemNotice error={fetching.error} />}
      {isOpen ? (
        <PackageWriter done={leave} />
      ) : (
        mayClose && (
          <div className="row open-steps no-print">
            <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
              {say(of.packages.length === 0 ? 'make' : 'again')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
