/** Whether a message could be handed over for this address: one, with nothing before or behind it. */
export const isMailAddress = (text: unknown): text is string =>
  typeof text === 'string' &&
  text.length <= 254 &&
  /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text);
