/** Without what cannot be seen: controls, and marks that turn the direction of writing. Lines stay. */
export const visible = (text: string): string => text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{DI}]/gu, '').trim();
