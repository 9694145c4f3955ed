import type { StepFormProps } from './step-form-props.js';

/** What tells drafts of one form apart: its address, and what the page says that it is about without showing it. */
export function draftPlaceOf(
  path: string,
  { params = {}, preset = {}, hide = [] }: Pick<StepFormProps, 'params' | 'preset' | 'hide'>,
): string {
  const decided = hide.map((name) => preset[name]).filter((value) => typeof value === 'string');
  return [path, ...Object.values(params), ...decided].join(' ');
}
