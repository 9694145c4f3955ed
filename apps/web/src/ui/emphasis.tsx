/** A sentence in which what one looks for stands between `**`. */
export const Emphasis = ({ children }: { readonly children: string }) =>
  children.split('**').map((part, at) => (at % 2 === 1 ? <strong key={at}>{part}</strong> : part));
