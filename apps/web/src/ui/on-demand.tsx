import { Details } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';

/** Something aside that is read once it is opened. */
export function OnDemand({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Details onToggle={() => setOpen(!isOpen)}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content>{isOpen && children}</Details.Content>
    </Details>
  );
}
