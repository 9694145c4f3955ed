import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { ChooseOne } from '../../ui/choose-one.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { BlankForm } from './blank-form.js';
import { lettersRoute } from './search.js';

const useText = texts('letters-page', {
  nb: {
    title: 'Brev og skjemaer',
    lead: 'Skjemaer til å dele ut og fylle ut for hånd. Brev til noen skriver du på siden til saken; der fyller skjemaene ut det saken vet.',
    form: 'Skjema',
    language: 'Målform',
    letters: 'Brev som skrives på siden til saken',
    version: 'versjon {{version}}',
  },
  nn: {
    title: 'Brev og skjema',
    lead: 'Skjema til å dele ut og fylle ut for hand. Brev til nokon skriv du på sida til saka; der fyller skjemaa ut det saka veit.',
    form: 'Skjema',
    language: 'Målform',
    letters: 'Brev som blir skrivne på sida til saka',
    version: 'versjon {{version}}',
  },
});

/** The templates that there are, and the forms among them to be handed out. */
export function LettersPage() {
  const say = useText();
  const label = useLabel();
  const { skjema, maalform = language() } = lettersRoute.useSearch();
  const navigate = lettersRoute.useNavigate();
  const { data, error } = useRead('/v1/letter-templates', {}, { every: 0 });
  const change = (search: { skjema?: string; maalform?: 'nb' | 'nn' }) =>
    void navigate({ search, replace: true, resetScroll: false });
  const templates = data?.templates ?? [];
  const named = templates.map((one) => ({ ...one, called: one.title[language()] }));
  const forms = named.filter(({ isForm }) => isForm);
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <div className="stack">
        {error !== null && <ProblemNotice error={error} />}
        {data === undefined && error === null && <Waiting />}
        {forms.length > 0 && (
          <section className="panel stack no-print">
            <ChooseOne
              label={say('form')}
              choices={forms.map(({ template, called }) => ({ value: template, label: called }))}
              value={skjema}
              choose={(chosen) => change({ ...(chosen !== undefined && { skjema: chosen }), maalform })}
            />
            <ChooseOne
              label={say('language')}
              choices={(['nb', 'nn'] as const).map((one) => ({
                value: one,
                label: capital(label('language', one.toUpperCase())),
              }))}
              value={maalform}
              choose={(chosen) =>
                change({ ...(skjema !== undefined && { skjema }), maalform: chosen === 'nn' ? 'nn' : 'nb' })
              }
            />
          </section>
        )}
        {skjema !== undefined && <BlankForm template={skjema} language={maalform} />}
        <section className="no-print">
          <h2>{say('letters')}</h2>
          <ul className="dashes">
            {named
              .filter(({ isForm }) => !isForm)
              .map(({ template, called, version }) => (
                <li key={template}>
                  {called} <span className="quiet">({say('version', { version: String(version) })})</span>
                </li>
              ))}
          </ul>
        </section>
      </div>
    </>
  );
}
