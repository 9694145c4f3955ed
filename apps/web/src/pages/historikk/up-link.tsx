import { Link } from '@tanstack/react-router';
import { texts } from '../../i18n/texts.js';
import { nameOf } from '../../ui/opened.js';
import type { TrailHead } from './use-trail.js';

const useText = texts('history-up', {
  nb: {
    case: 'Sak {{number}}',
    aCase: 'Saken',
    person: 'Personen',
    enquiry: 'Henvendelsen',
    complaint: 'Klagen',
    followUp: 'Oppfølgingen',
    crisisPlan: 'Kriseplanen',
    meeting: 'Møtet',
    settings: 'Innstillinger',
    competence: 'Kompetanse og rutiner',
    reports: 'Rapport',
    imports: 'Import',
    services: 'Tjenester og samarbeid',
  },
  nn: {
    case: 'Sak {{number}}',
    aCase: 'Saka',
    person: 'Personen',
    enquiry: 'Førespurnaden',
    complaint: 'Klaga',
    followUp: 'Oppfølginga',
    crisisPlan: 'Kriseplanen',
    meeting: 'Møtet',
    settings: 'Innstillingar',
    competence: 'Kompetanse og rutinar',
    reports: 'Rapport',
    imports: 'Import',
    services: 'Tenester og samarbeid',
  },
});

interface Props {
  readonly what: string;
  readonly id: string;
  readonly head: Partial<TrailHead>;
}

/** Back to what the trail is of. */
export function UpLink({ what, id, head: { extract, caseNumber } }: Props) {
  const say = useText();
  const name = extract === undefined ? '' : nameOf(extract.subject);
  switch (what) {
    case 'sak':
      return (
        <Link to="/sak/$caseId" params={{ caseId: id }}>
          {[typeof caseNumber === 'string' ? say('case', { number: caseNumber }) : say('aCase'), name]
            .filter((part) => part !== '')
            .join(', ')}
        </Link>
      );
    case 'person':
      return (
        <Link to="/person/$subjectId" params={{ subjectId: id }}>
          {name || say('person')}
        </Link>
      );
    case 'henvendelse':
      return (
        <Link to="/henvendelse/$enquiryId" params={{ enquiryId: id }}>
          {say('enquiry')}
        </Link>
      );
    case 'klage':
      return (
        <Link to="/klage/$complaintId" params={{ complaintId: id }}>
          {say('complaint')}
        </Link>
      );
    case 'oppfolging':
      return (
        <Link to="/oppfolging/$subjectId" params={{ subjectId: id }}>
          {say('followUp')}
        </Link>
      );
    case 'kriseplan':
      return (
        <Link to="/kriseplan/$subjectId" params={{ subjectId: id }}>
          {say('crisisPlan')}
        </Link>
      );
    case 'mote':
      return (
        <Link to="/moter/$meetingId" params={{ meetingId: id }}>
          {say('meeting')}
        </Link>
      );
    case 'opplaering':
    case 'kompetanse':
    case 'dokument':
    case 'samarbeid':
    case 'rutiner':
      return <Link to="/kompetanse">{say('competence')}</Link>;
    case 'organisasjon':
      if (id === 'services' || id === 'partners') return <Link to="/tjenester">{say('services')}</Link>;
      return <Link to="/innstillinger">{say('settings')}</Link>;
    case 'import':
      return <Link to="/import">{say('imports')}</Link>;
    case 'rapport':
      return <Link to="/rapport">{say('reports')}</Link>;
    default:
      return <Link to="/innstillinger">{say('settings')}</Link>;
  }
}
