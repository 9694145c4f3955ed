import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { download, type FileFormat } from '../api/download.js';
import { texts } from '../i18n/texts.js';
import { useProblemText } from './problem-notice.js';

const useText = texts('download', {
  nb: { xlsx: 'Last ned til Excel', csv: 'Last ned som CSV', pdf: 'Last ned som PDF' },
  nn: { xlsx: 'Last ned til Excel', csv: 'Last ned som CSV', pdf: 'Last ned som PDF' },
});

interface Props {
  readonly path: string;
  /** The body of a search, where the address is one. */
  readonly search?: object | undefined;
  readonly variant?: 'secondary' | 'tertiary';
  readonly formats?: readonly FileFormat[];
}

/** What stands at the address of a list, its filters included, as files. */
export function DownloadButtons({ path, search, variant = 'secondary', formats = ['xlsx', 'csv'] }: Props) {
  const say = useText();
  const problemText = useProblemText();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (format: FileFormat) => download(path, format, search),
  });
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          variant={variant}
          loading={isPending && variables === format}
          onClick={() => mutate(format)}
        >
          {say(format)}
        </Button>
      ))}
      {error !== null && (
        <p role="alert" className="small">
          {problemText(error)}
        </p>
      )}
    </>
  );
}
