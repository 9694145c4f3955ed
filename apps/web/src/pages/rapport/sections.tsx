import { texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { textOf, writtenOf } from '../../ui/opened.js';
import { reportRoute } from './search.js';
import type { Report } from './told.js';

const useText = texts('report-sections', {
  nb: {
    title: 'Det enheten skriver',
    OFFERS: 'Tjenestetilbudene',
    PROGRESS: 'Framdrift',
    CHALLENGES: 'Utfordringer',
    COSTLY_NEEDS: 'Behov med store økonomiske konsekvenser',
    aboutOFFERS: 'Hva finnes, og hva mangler?',
    aboutPROGRESS: 'Hva går bedre eller tregere enn sist?',
    aboutCHALLENGES: 'Hva får vi ikke til?',
    aboutCOSTLY_NEEDS: 'Hva trengs, hva koster det, når? Er det ingenting, så skriv det.',
    nothing: 'Ikke skrevet.',
    write: 'Skriv',
    rewrite: 'Skriv på nytt',
    noNames: 'Ingen navn fra registeret i teksten.',
    save: 'Registrer teksten',
  },
  nn: {
    title: 'Det eininga skriv',
    OFFERS: 'Tenestetilboda',
    PROGRESS: 'Framdrift',
    CHALLENGES: 'Utfordringar',
    COSTLY_NEEDS: 'Behov med store økonomiske konsekvensar',
    aboutOFFERS: 'Kva finst, og kva manglar?',
    aboutPROGRESS: 'Kva går betre eller treigare enn sist?',
    aboutCHALLENGES: 'Kva får vi ikkje til?',
    aboutCOSTLY_NEEDS: 'Kva trengst, kva kostar det, når? Er det ingenting, så skriv det.',
    nothing: 'Ikkje skrive.',
    write: 'Skriv',
    rewrite: 'Skriv på nytt',
    noNames: 'Ingen namn frå registeret i teksten.',
    save: 'Registrer teksten',
  },
});

interface Props {
  readonly report: Report;
  readonly mayWrite: boolean;
}

/** The four sections that the unit writes (H11). */
export function Sections({ report: { reportId, sections }, mayWrite }: Props) {
  const say = useText();
  const { steg } = reportRoute.useSearch();
  const navigate = reportRoute.useNavigate();
  const open = (section?: string) =>
    void navigate({
      search: ({ vis }) => ({ ...(vis && { vis }), ...(section !== undefined && { steg: section }) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{say('title')}</h2>
      <div className="report-sections">
        {sections.map(({ section, text }) => (
          <article key={section} aria-label={say(section)}>
            <h3>{say(section)}</h3>
            <p className="small quiet no-print">{say(`about${section}`)}</p>
            {mayWrite && steg === section ? (
              <OpenStep
                operation="Reports_write"
                params={{ reportId }}
                title={say(section)}
                lead={say('noNames')}
                submitLabel={say('save')}
                preset={{ section, text: writtenOf(text) }}
                hide={['section', 'writtenOn']}
                onDone={() => open()}
                onCancel={() => open()}
              />
            ) : (
              <>
                {text === null ? (
                  <p className="quiet">{say('nothing')}</p>
                ) : (
                  <p className="keep-lines">{textOf(text)}</p>
                )}
                {mayWrite && (
                  <button type="button" className="link-button small no-print" onClick={() => open(section)}>
                    {say(text === null ? 'write' : 'rewrite')}
                    <span className="ds-sr-only">: {say(section)}</span>
                  </button>
                )}
              </>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
