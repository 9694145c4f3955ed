import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { LetterSheet } from '../../letters/letter-sheet.js';
import { PrintedButtons } from '../../letters/printed-buttons.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';

const useText = texts('blank-form', {
  nb: { version: 'Versjon {{version}} av skjemaet.' },
  nn: { version: 'Versjon {{version}} av skjemaet.' },
});

interface Props {
  readonly template: string;
  readonly language: 'nb' | 'nn';
}

/** A form as it is printed, with nobody's name in it. */
export function BlankForm({ template, language }: Props) {
  const say = useText();
  const { data, error } = useRead(
    '/v1/letter-templates/{template}/blank',
    { params: { path: { template }, query: { language: language === 'nn' ? 'NN' : 'NB' } } },
    { every: 0 },
  );
  if (error !== null) return <ProblemNotice error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <section className="stack" aria-label={data.title}>
      <div className="row no-print">
        <PrintedButtons of={data} name={`${data.template}-${language}`} />
      </div>
      <p className="quiet no-print">{say('version', { version: String(data.version) })}</p>
      <LetterSheet letter={data} />
    </section>
  );
}
