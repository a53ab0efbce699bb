/** What a command, a click or somebody typing is about: the words that decide which articles of a large archive are looked at. */
export type Focus = Readonly<{
  /** Questions, wordings to be checked, names: each is looked for. */
  texts: readonly string[];
  /** A company or topic that the articles have to speak of. */
  about: readonly string[];
  /** An article by its headline or id. */
  articles: readonly string[];
  /** Short keys of articles that a button names. */
  keys: readonly string[];
  /** ISO days, both included. */
  from?: string;
  to?: string;
  /** Words are still being typed: names and headlines that begin with them are wanted. */
  typing: boolean;
  /** What a search engine that is down must not keep from running; it then sees what the store knows by its exact id. */
  tolerant: boolean;
}>;

const NOTHING: Focus = { texts: [], about: [], articles: [], keys: [], typing: false, tolerant: false };

/** Options that name what articles have to speak of. */
const ABOUT: ReadonlySet<string> = new Set(['company', 'topic', 'name']);
const ARTICLE: ReadonlySet<string> = new Set(['article', 'id']);
/** As in an action's arguments: a key, perhaps with a revision and a sentence behind it. */
const KEY = /^[0-9a-f]{10}(?![0-9a-z])/u;
/** `sensetime-alibaba-round.r1.s5` */
const RECEIPT = /([a-z0-9-]{1,80})\.r\d+\.s\d+/gu;
/** Characters of one text that are looked for; longer ones are taken apart. */
const PIECE = 300;
/** Pieces of one text. */
const PIECES = 10;

/** What the raw options of a command are about. */
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

/** What the arguments of a button or form are about. */
export function focusOfArguments(given: readonly string[], typed: Readonly<Record<string, string>>): Focus {
  return {
    ...NOTHING,
    keys: given.flatMap((text) => KEY.exec(text)?.[0] ?? []),
    articles: given.filter((text) => !KEY.test(text)),
    texts: Object.values(typed).flatMap(pieces),
  };
}

/** What a message to the bot is about. */
export const focusOfTexts = (texts: readonly string[]): Focus => ({
  ...NOTHING,
  texts: texts.flatMap(pieces),
  articles: texts.flatMap(receiptIds),
});

/** What somebody is typing. */
export const focusOfTyping = (typed: string): Focus => ({ ...NOTHING, texts: [typed], typing: true });

/** A long text is looked for sentence by sentence. */
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

/** The articles whose receipts stand in a text. */
const receiptIds = (text: string): string[] => [
  ...new Set([...text.matchAll(RECEIPT)].flatMap(([, id]) => id ?? [])),
];

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
