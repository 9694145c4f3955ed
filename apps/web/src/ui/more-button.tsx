import { Button } from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';

const useText = texts('more-button', { nb: { more: 'Vis 25 til' }, nn: { more: 'Vis 25 til' } });

interface Props {
  /** Of a list that is read page by page. */
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly fetchNextPage: () => unknown;
    readonly isFetchingNextPage: boolean;
  };
  readonly label?: string;
}

/** Fetches the next page of a list; nothing after the last. */
export function MoreButton({ pages, label }: Props) {
  const say = useText();
  if (!pages.hasNextPage) return null;
  return (
    <div className="air no-print">
      <Button
        variant="secondary"
        loading={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {label ?? say('more')}
      </Button>
    </div>
  );
}
