import type { Document, Sentence } from '../../article/article.ts';
import { remembered } from '../../article/remembered.ts';
import { CALENDAR_WORDS } from '../../english/months.ts';
import { STOP_WORDS, term } from '../../english/words.ts';
import { nameTokensOf, type NameToken } from './name-in-sentence.ts';
import { masked } from './masked.ts';

/** The subject of an article: names and stems of its headline and first sentences, and all names in it. */
export type Told = Readonly<{
  names: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  all: () => ReadonlySet<string>;
}>;

/** Number of leading sentences that introduce the subject. */
const LEAD = 3;
/** Stems that occur in any news and do not identify an event. */
const ANY_NEWS = new Set(
  (
    'say tell accord report offici author polic spokesman spokeswoman minist ministri govern peopl person year month week day hour time number about least most ' +
    'more than first last new two three four five six seven eight nine ten hundr thousand million billion percent also make take come go get put becom have ' +
    'die dead death kill injur wound hurt kill man woman men women children child citi town countri area region part ' +
    'morn even night afternoon'
  ).split(' '),
);

/** The stem of a token. */
export const stemOf = ({ key }: NameToken): string => term(key);

/** Whether a token is informative: not a stop word, number or stem of any news. */
export const tells = (token: NameToken): boolean =>
  !STOP_WORDS.has(token.key) && !/\d/u.test(token.key) && !ANY_NEWS.has(stemOf(token));

/** The names among tokens: capitalised words that do not merely begin a sentence, unless they are in `known`. */
export const namesAmong = (tokens: readonly NameToken[], known?: ReadonlySet<string>): Set<string> =>
  new Set(
    tokens.flatMap(({ key, capital, text }, at) =>
      capital &&
      !/^\d/u.test(text) &&
      !CALENDAR_WORDS.has(key) &&
      !STOP_WORDS.has(key) &&
      (at > 0 || known?.has(key))
        ? [key]
        : [],
    ),
  );

const alreadyRead = remembered<Told>(1000);

/** The subject of an article, computed once. */
export function toldIn(document: Document): Told {
  const told = alreadyRead.of(document) ?? readNotice(document);
  alreadyRead.keep(document, told);
  return told;
}

function readNotice({ article, sentences, paragraphs }: Document): Told {
  const prose = sentences.filter(({ paragraph }) => paragraphs[paragraph]?.kind === 'paragraph');
  const tokensIn = (some: readonly Sentence[]): NameToken[][] =>
    some.map(({ start, end }) => nameTokensOf(masked(article.text.slice(start, end))));
  const lead = tokensIn(prose.slice(0, LEAD));
  const headline = nameTokensOf(masked(article.headline));
  const titled = new Set(headline.map(({ key }) => key));
  // A capitalised word at the start of a sentence is a name if the headline has it too.
  const known = new Set([
    ...lead.flatMap((tokens) => [...namesAmong(tokens)]),
    ...lead.flatMap(([first]) => (first && titled.has(first.key) ? [first.key] : [])),
  ]);
  const names = new Set([
    ...lead.flatMap((tokens) => [...namesAmong(tokens, known)]),
    ...headline.flatMap(({ key }) => (known.has(key) ? [key] : [])),
  ]);
  const told = [...headline, ...lead.flat()].filter((token) => tells(token) && !names.has(token.key));
  let all: ReadonlySet<string> | undefined;
  return {
    names,
    stems: new Set(told.map(stemOf)),
    all: () => (all ??= new Set(tokensIn(prose).flatMap((tokens) => [...namesAmong(tokens, known)]))),
  };
}

/** Number of stems that two articles about the same event share in their beginnings. */
const STEMS = 2;
/** The least share of the shorter beginning's names and stems that must be in the other. */
const SHARE = 0.2;

/** Whether two articles are about the same event. Articles without names may be. */
export function isSameEvent(a: Told, b: Told): boolean {
  if (a.names.size === 0 && b.names.size === 0) return true;
  const names = a.names.intersection(b.names).size;
  const stems = a.stems.intersection(b.stems).size;
  const shorter = Math.min(a.names.size + a.stems.size, b.names.size + b.stems.size);
  return names > 0 && stems >= STEMS && (names + stems) / shorter >= SHARE;
}
