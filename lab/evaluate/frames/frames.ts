/** A way to print a quotation. `quote` goes between the marks, `who` is the speaker. */
export type Frame = Readonly<{ name: string; write(quote: string, who: string): string | undefined }>;

/** A quotation without its final full stop or comma, for a comma after it. */
const open = (quote: string): string => quote.replace(/[.,;:]\s*$/u, '');
/** Adds the comma that English puts inside the marks, unless a question or exclamation mark is there. */
const comma = (quote: string): string => (/[?!…]\s*$/u.test(quote) ? quote : `${open(quote)},`);

/** Splits a quotation at a sentence end or comma near its middle, if both parts have three words. */
function parted(quote: string): readonly [string, string] | undefined {
  const places = [...quote.matchAll(/(?<=[.,!?]) (?=\p{L})/gu)].map(({ index }) => index);
  const middle = quote.length / 2;
  const at = places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (at === undefined) return undefined;
  const parts = [quote.slice(0, at), quote.slice(at + 1)] as const;
  return parts.every((part) => part.split(' ').length >= 3) ? parts : undefined;
}

/** The ways in which newspapers print quotations, in five languages. */
export const FRAMES: readonly Frame[] = [
  { name: 'Name said: “Q”', write: (quote, who) => `${who} said: “${quote}”` },
  { name: '“Q,” Name said', write: (quote, who) => `“${comma(quote)}” ${who} said.` },
  { name: '“Q,” said Name', write: (quote, who) => `“${comma(quote)}” said ${who} on Monday.` },
  { name: '"Q", Name said', write: (quote, who) => `"${open(quote)}", ${who} said.` },
  {
    name: 'In a statement, Name said: "Q"',
    write: (quote, who) => `In a statement, ${who} said: "${quote}"`,
  },
  { name: '‘Q’, Name said', write: (quote, who) => `‘${open(quote)}’, ${who} told reporters.` },
  { name: 'Name: “Q”', write: (quote, who) => `${who}: “${quote}”` },
  { name: 'According to Name, “Q”', write: (quote, who) => `According to ${who}, “${quote}”` },
  {
    name: 'As Name put it: “Q”',
    write: (quote, who) => `The plan is dead. As ${who} told the paper, “${quote}”`,
  },
  {
    name: '“A,” Name said. “B”',
    write(quote, who) {
      const parts = parted(quote);
      return parts && `“${comma(parts[0])}” ${who} said. “${parts[1]}”`;
    },
  },
  {
    name: 'Name was asked. “Q,” she said',
    write: (quote, who) => `${who} answered questions on Tuesday. “${comma(quote)}” she said.`,
  },
  { name: '> Q – Name', write: (quote, who) => `${quote.replaceAll(/^/gmu, '> ')}\n– ${who}` },
  { name: '„Q“, sagte Name', write: (quote, who) => `„${open(quote)}“, sagte ${who} am Montag.` },
  { name: 'Name sagte: »Q«', write: (quote, who) => `${who} sagte: »${quote}«` },
  { name: '« Q », a déclaré Name', write: (quote, who) => `« ${open(quote)} », a déclaré ${who}.` },
  { name: '«Q», dijo Name', write: (quote, who) => `«${open(quote)}», dijo ${who}.` },
  { name: '「Q」 Name', write: (quote, who) => `${who}は「${quote}」と述べた。` },
];
