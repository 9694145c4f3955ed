/** What every picker takes: the id that is chosen, and how another is. */
export interface PickerProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (id: string | undefined) => void;
  readonly error?: string | undefined;
}
