import { Field, Label, Textarea } from '@digdir/designsystemet-react';
import type { PackagePreview } from '../../api/package.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import type { PackageWriting } from './package-writing.js';

const useText = texts('complaint-package-index', {
  nb: { index: 'Innhold', events: 'Hendelser: {{count}}', why: 'Hvorfor det mangler' },
  nn: { index: 'Innhald', events: 'Hendingar: {{count}}', why: 'Kvifor det manglar' },
});

interface Props {
  readonly seen: PackagePreview;
  readonly writing: PackageWriting;
  readonly change: (changed: Partial<PackageWriting>) => void;
}

/** The numbered index: what is there, what is not asked for, and what lacks, each with room to say why. */
export function PackageIndex({ seen, writing: { explanations }, change }: Props) {
  const say = useText();
  const label = useLabel();
  return (
    <>
      <h4>{say('index')}</h4>
      <ol className="records">
        {seen.index.map(({ entry, number: of, events, documents, gap, sentence }) => (
          <li key={entry}>
            <strong>
              {of} {capital(label('packageEntry', entry))}
            </strong>{' '}
            {events > 0 && <span className="quiet">{say('events', { count: String(events) })}</span>}
            {sentence !== null && <p className={gap === null ? 'quiet' : undefined}>{sentence}</p>}
            {documents.length > 0 && (
              <ul>
                {documents.map(({ documentId, number, file }) => (
                  <li key={documentId}>
                    {number} {file}
                  </li>
                ))}
              </ul>
            )}
            {gap !== null && (
              <Field>
                <Label>
                  {say('why')}
                  <span className="ds-sr-only">: {label('packageEntry', entry)}</span>
                </Label>
                <Textarea
                  rows={2}
                  maxLength={2000}
                  value={explanations[entry] ?? ''}
                  onChange={({ target }) =>
                    change({ explanations: { ...explanations, [entry]: target.value } })
                  }
                />
              </Field>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
