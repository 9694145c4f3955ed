import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { nameOf } from '../../ui/opened.js';
import { Latest } from './latest.js';

const useText = texts('own-registrations', {
  nb: {
    title: 'Personer og søknader du har registrert',
    none: 'Her finner du igjen personer du legger inn, og behov og søknader du registrerer.',
    person: 'Person lagt inn',
    number: 'sak {{number}}',
    protected: 'Skjermet adresse',
    all: 'Se alt du har registrert',
  },
  nn: {
    title: 'Personar og søknader du har registrert',
    none: 'Her finn du att personar du legg inn, og behov og søknader du registrerer.',
    person: 'Person lagd inn',
    number: 'sak {{number}}',
    protected: 'Skjerma adresse',
    all: 'Sjå alt du har registrert',
  },
});

/** The latest persons and cases that one registered, as it was told then. */
export function OwnRegistrations() {
  const say = useText();
  const label = useLabel();
  const read = useRead('/v1/registrations', { params: { query: { limit: 8 } } });
  const rows = read.data?.registrations.map(
    ({ subject, caseId, caseNumber, opening, items, registeredOn }) => {
      const { subjectId } = subject;
      return {
        key: `${caseId ?? ''} ${subjectId ?? ''} ${registeredOn}`,
        day: registeredOn,
        what:
          subjectId === null ? (
            say('protected')
          ) : (
            <Link to="/person/$subjectId" params={{ subjectId }} data-row-link>
              {nameOf(subject)}
            </Link>
          ),
        facts: [
          opening === null ? say('person') : capital(label('caseOpening', opening)),
          items.map((item) => label('item', item)).join(', '),
          caseNumber === null ? '' : say('number', { number: caseNumber }),
        ],
      };
    },
  );
  return (
    <Latest title={say('title')} none={say('none')} read={read} rows={rows}>
      <Link to="/saker" search={{ liste: 'registrert' }}>
        {say('all')}
      </Link>
    </Latest>
  );
}
