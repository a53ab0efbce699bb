/** The words of a command, a click or typed text that select articles of a large archive. */
export type Focus = Readonly<{
  /** Questions, wordings to check, names; each is searched for. */
  texts: readonly string[];
  /** Companies or topics that the articles must mention. */
  about: readonly string[];
  /** An article by its headline or id. */
  articles: readonly string[];
  /** Short keys of articles, from a button. */
  keys: readonly string[];
  /** ISO days, both included. */
  from?: string;
  to?: string;
  /** True for autocomplete, which wants names and headlines that begin with the text. */
  typing: boolean;
  /** True if the command should run even when the search engine is down. It then finds articles by exact id only. */
  tolerant: boolean;
}>;

const NOTHING: Focus = { texts: [], about: [], articles: [], keys: [], typing: false, tolerant: false };

/** Options that name a company or topic the articles must mention. */
const ABOUT: ReadonlySet<string> = new Set(['company', 'topic', 'name']);
const ARTICLE: ReadonlySet<string> = new Set(['article', 'id']);
/** A key in an action's arguments, possibly followed by revision and sentence. */
const KEY = /^[0-9a-f]{10}(?![0-9a-z])/u;
/** `sensetime-alibaba-round.r1.s5` */
const RECEIPT = /([a-z0-9-]{1,80})\.r\d+\.s\d+/gu;
/** Longer texts are split into pieces of this length. Characters. */
const PIECE = 300;
/** Most pieces of one text. */
const PIECES = 10;

/** The focus of a command's raw options. */
export function focusOfOptions(raw: unknown, tolerant: boolean): Focus {
  const options = typeof raw === 'object' && raw ? Object.entries(raw) : [];
  const named = (names: ReadonlySet<string>): string[] =>
    options.flatMap(([name, value]) => (names.has(name) ? stringsIn(value) : []));
  const texts = options.flatMap(([name, value]) =>
    ABOUT.has(name) || ARTICLE.has(name) || name === 'from' || name === 'to' ? [] : stringsIn(value),
  );
  const day = (name: 'from' | 'to'): string | undefined =>
    options
      .flatMap(([option, value]) => (option === name ? stringsIn(value) : []))
      .find((text) => /^\d{4}-\d{2}-\d{2}$/u.test(text));
  const [from, to] = [day('from'), day('to')];
  return {
    ...NOTHING,
    tolerant,
    texts: texts.flatMap(pieces),
    about: named(ABOUT),
    articles: [...named(ARTICLE), ...texts.flatMap(receiptIds)],
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** The focus of the arguments of a button or form. */
export function focusOfArguments(given: readonly string[], typed: Readonly<Record<string, string>>): Focus {
  return {
    ...NOTHING,
    keys: given.flatMap((text) => KEY.exec(text)?.[0] ?? []),
    articles: given.filter((text) => !KEY.test(text)),
    texts: Object.values(typed).flatMap(pieces),
  };
}

/** The focus of a message to the bot. */
export const focusOfTexts = (texts: readonly string[]): Focus => ({
  ...NOTHING,
  texts: texts.flatMap(pieces),
  articles: texts.flatMap(receiptIds),
});

/** The focus of text that is being typed. */
export const focusOfTyping = (typed: string): Focus => ({ ...NOTHING, texts: [typed], typing: true });

/** Splits a long text into sentences, which are searched for separately. */
function pieces(text: string): string[] {
  if (text.length <= PIECE) return text.trim() === '' ? [] : [text];
  return text
    .split(/[.!?\n“”"]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece.includes(' '))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, PIECES)
    .map((piece) => piece.slice(0, PIECE));
}

/** Ids of articles whose receipts are in a text. */
const receiptIds = (text: string): string[] => [
  ...new Set([...text.matchAll(RECEIPT)].flatMap(([, id]) => id ?? [])),
];

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
