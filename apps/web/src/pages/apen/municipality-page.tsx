import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { isProblem } from '../../api/problem.js';
import type { Language } from '../../i18n/language.js';
import { useSpoken } from '../../i18n/spoken.js';
import { capital, texts } from '../../i18n/texts.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Applying } from './applying.js';
import { Complaining } from './complaining.js';
import type { Open } from './open.js';
import { OpenFrame } from './open-frame.js';
import { Material } from './material.js';
import { Reaching } from './reaching.js';
import { openPageRoute } from './search.js';
import { Services } from './services.js';

const useText = texts('open-page', {
  nb: {
    title: '{{unit}} i {{name}} kommune',
    lead: 'Trenger du eller en du står nær, hjelp fra flere tjenester over lang tid? Ta kontakt med oss. Du trenger ikke å vite hva du skal be om.',
    other: 'Les dette på nynorsk',
    nowhere: 'Ingen åpen side her',
    all: 'Se hvilke kommuner som har en side',
  },
  nn: {
    title: '{{unit}} i {{name}} kommune',
    lead: 'Treng du eller ein du står nær, hjelp frå fleire tenester over lang tid? Ta kontakt med oss. Du treng ikkje å vite kva du skal be om.',
    other: 'Les dette på bokmål',
    nowhere: 'Inga open side her',
    all: 'Sjå kva kommunar som har ei side',
  },
});

/** What a municipality tells everybody: how its unit is reached, what one may apply for and how, how to complain, which services there are. */
export function OpenPage() {
  const { municipality } = openPageRoute.useParams();
  const { maalform } = openPageRoute.useSearch();
  const { data, error, refetch } = useRead(
    '/open/{municipality}',
    { params: { path: { municipality } } },
    { every: 0 },
  );
  const own = data?.language.toLowerCase() as Language | undefined;
  const wanted = maalform ?? own;
  const isSpoken = useSpoken(wanted, data?.terms);
  if (data !== undefined && wanted !== undefined && isSpoken) return <Told open={data} spoken={wanted} />;
  if (error === null) return <Waiting />;
  if (isProblem(error) && error.status === 404) return <Nowhere error={error} />;
  return (
    <OpenFrame>
      <ProblemNotice error={error} retry={() => void refetch()} />
    </OpenFrame>
  );
}

function Told({ open, spoken }: { readonly open: Open; readonly spoken: Language }) {
  const say = useText();
  const { name } = open;
  const other = spoken === 'nb' ? 'nn' : 'nb';
  return (
    <OpenFrame>
      <p className="open-language no-print">
        <Link from="/apen/$municipality" search={{ maalform: other }} lang={other} hrefLang={other} replace>
          {say('other')}
        </Link>
      </p>
      <PageHead title={capital(say('title', { name }))} lead={say('lead')} />
      <div className="with-side broad">
        <Reaching card={open.contactCard} />
        <div className="stack wide">
          <Applying items={open.items} form={open.applicationForm} />
          <Complaining />
          <Services services={open.services} />
          <Material material={open.material} />
        </div>
      </div>
    </OpenFrame>
  );
}

/** No municipality has its page at this address. */
function Nowhere({ error }: { readonly error: unknown }) {
  const say = useText();
  return (
    <OpenFrame>
      <PageHead title={say('nowhere')} />
      <ProblemNotice error={error} />
      <p className="air-small">
        <Link to="/apen">{say('all')}</Link>
      </p>
    </OpenFrame>
  );
}
