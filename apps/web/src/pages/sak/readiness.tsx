import { Button, Details } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useOwnText } from '../../i18n/texts.js';
import { stepTitle } from '../../steps/step-texts.js';
import { useCasePage } from './case-context.js';
import { type Gap, mendOf } from './mends.js';

const useText = texts('case-readiness', {
  nb: {
    title: 'Klageklar',
    ready: 'Saken er klageklar. Kom det en klage i dag, ville statsforvalteren ikke savne noe.',
    lacking_one: 'Kom det en klage i dag, ville statsforvalteren savne én ting.',
    lacking_other: 'Kom det en klage i dag, ville statsforvalteren savne {{count}} ting.',
    readyThen:
      'Saken var klageklar. Hadde det kommet en klage {{day}}, ville statsforvalteren ikke ha savnet noe.',
    lackingThen_one: 'Hadde det kommet en klage {{day}}, ville statsforvalteren ha savnet én ting.',
    lackingThen_other: 'Hadde det kommet en klage {{day}}, ville statsforvalteren ha savnet {{count}} ting.',
    toCome: 'Det som skal være på plass etter hvert ({{count}})',
    by: '{{basis}}. Rettes av {{who}}.',
    documents: 'Gå til dokumentene',
    history: 'Rett i historikken',
  },
  nn: {
    title: 'Klageklar',
    ready: 'Saka er klageklar. Kom det ei klage i dag, ville statsforvaltaren ikkje sakne noko.',
    lacking_one: 'Kom det ei klage i dag, ville statsforvaltaren sakne éin ting.',
    lacking_other: 'Kom det ei klage i dag, ville statsforvaltaren sakne {{count}} ting.',
    readyThen:
      'Saka var klageklar. Hadde det kome ei klage {{day}}, ville statsforvaltaren ikkje ha sakna noko.',
    lackingThen_one: 'Hadde det kome ei klage {{day}}, ville statsforvaltaren ha sakna éin ting.',
    lackingThen_other: 'Hadde det kome ei klage {{day}}, ville statsforvaltaren ha sakna {{count}} ting.',
    toCome: 'Det som skal vere på plass etter kvart ({{count}})',
    by: '{{basis}}. Blir retta av {{who}}.',
    documents: 'Gå til dokumenta',
    history: 'Rett i historikken',
  },
});

/** What the county governor would miss if a complaint came on the day that is shown, today with what mends each; and what is to come. */
export function Readiness() {
  const say = useText();
  const { of, day, isThen } = useCasePage();
  const { ready, lacking, toCome } = of.readiness;
  const about = { count: lacking.length, day: fullDay(day) };
  return (
    <section className="case-section" aria-labelledby="readiness">
      <h2 id="readiness">{say('title')}</h2>
      <p>
        {isThen ? say(ready ? 'readyThen' : 'lackingThen', about) : say(ready ? 'ready' : 'lacking', about)}
      </p>
      {!ready && <Gaps of={lacking} isMended={!isThen} />}
      {toCome.length > 0 && (
        <Details data-size="sm">
          <Details.Summary>{say('toCome', { count: toCome.length })}</Details.Summary>
          <Details.Content>
            <Gaps of={toCome} />
          </Details.Content>
        </Details>
      )}
    </section>
  );
}

/** Each as a sentence, with what it is about, the section that asks for it, and who mends it. */
function Gaps({ of, isMended = false }: { readonly of: readonly Gap[]; readonly isMended?: boolean }) {
  const say = useText();
  const label = useLabel();
  return (
    <ul className="gaps">
      {of.map((gap) => {
        const about = [
          ...gap.items.map((item) => label('item', item)),
          ...gap.criteria.map((criterion) => label('criterion', criterion)),
        ];
        return (
          <li key={gap.gap}>
            <div>
              <strong>{capital(label('gap', gap.gap))}</strong>
              <p>{gap.sentence[language()]}</p>
              {about.length > 0 && <p className="small">{capital(about.join(', '))}.</p>}
              <p className="small quiet">
                {say('by', {
                  basis: capital(gap.legalBasis).replace(/\.$/, ''),
                  who: label('gapMender', gap.by),
                })}
              </p>
            </div>
            {isMended && <Mend of={gap} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The way to mend it, where whoever looks has one. */
function Mend({ of }: { readonly of: Gap }) {
  const say = useText();
  const own = useOwnText();
  const { of: shown, steps, open } = useCasePage();
  const mend = mendOf(of, steps);
  if (mend === undefined) return null;
  if (mend === 'documents') {
    return (
      <a className="no-print" href="#filed-documents">
        {say('documents')}
      </a>
    );
  }
  if (mend === 'history') {
    return (
      <Link className="no-print" to="/historikk/$what/$id" params={{ what: 'sak', id: shown.caseId }}>
        {say('history')}
      </Link>
    );
  }
  return (
    <Button variant="secondary" className="no-print" onClick={() => open(mend)}>
      {own(stepTitle(mend.operation))}
    </Button>
  );
}
