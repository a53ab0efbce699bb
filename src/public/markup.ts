/** Markup that is whole; everything else that is put into it is text. */
export type Markup = Readonly<{ markup: string }>;

type Part = string | number | Markup | undefined | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  text.toWellFormed().replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(written).join('');
  return escapeText(String(part));
}

/** Markup with parts: strings become text, whatever stands in them. */
export const markup = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: pieces.map((piece, at) => `${piece}${written(parts[at])}`).join(''),
});

/** Data for a machine inside markup, which it cannot end. */
export const jsonIn = (value: unknown): Markup => ({
  markup: JSON.stringify(value).replaceAll('<', '\\u003c'),
});
