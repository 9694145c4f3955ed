import { html, plainText, type Printed } from '#correspondence';

/** What was printed, in every form that it has. */
export const inEveryForm = ({ document, pdf, unprintable }: Printed) => ({
  language: document.language === 'nn' ? ('NN' as const) : ('NB' as const),
  title: document.title,
  blocks: document.blocks,
  text: plainText(document),
  html: html(document),
  pdf: pdf.toString('base64'),
  unprintable,
});
