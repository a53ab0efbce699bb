/** Trusted HTML. Anything else is escaped when it is inserted. */
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

/** Template tag for HTML: strings are escaped, markup is inserted as it is. */
export const markup = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: pieces.map((piece, at) => `${piece}${written(parts[at])}`).join(''),
});

/** JSON for a `<script>` element, escaped so that it cannot close the element. */
export const jsonIn = (value: unknown): Markup => ({
  markup: JSON.stringify(value).replaceAll('<', '\\u003c'),
});
