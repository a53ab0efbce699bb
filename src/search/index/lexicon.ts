import { STOP_WORDS, term } from '../../english/words.ts';
import { CLASS, classOf } from '../../english/word-class.ts';
import { withRoom } from './room.ts';

/** Number of leading letters that two words must share to count as possibly related. */
const PREFIX = 5;
/** Code point of the first term; from here on there are enough that are neither spaces nor surrogates. */
const FIRST_CODE = 0x100;
const CODES = 2 ** 14;

/**
 * Numbers the distinct words of an index, so that texts can be stored and compared as numbers. Numbers are never reused: a language has
 * few words.
 */
export type Lexicon = Readonly<{
  /** The number of a folded word; -1 if no text of the index ever contained it. */
  find(folded: string): number;
  intern(folded: string): number;
  folded(word: number): string;
  /** The number of a word's index term, which several words may share. */
  termOf(word: number): number;
  /** Bits of {@link CLASS}. */
  classOf(word: number): number;
  termId(term: string): number;
  termText(term: number): string;
  /** A unique short string for a term, without spaces; empty for -1. */
  codeOf(term: number): string;
  /** The term of such a string; -1 for the empty one. */
  termOfCode(code: string): number;
  /** The number of a term's first letters, equal for terms that share them; -1 for shorter terms and numbers. */
  prefixOf(term: number): number;
  /** The prefix number of any text; -1 if no term has that prefix. */
  findPrefix(text: string): number;
  terms(): number;
  words(): number;
}>;

/** An empty lexicon. */
export function createLexicon(): Lexicon {
  const wordIds = new Map<string, number>();
  const folded: string[] = [];
  let classes = new Int32Array();
  let wordTerms = new Int32Array();
  const termIds = new Map<string, number>();
  const termTexts: string[] = [];
  let termPrefixes = new Int32Array();
  const prefixIds = new Map<string, number>();

  function internTerm(text: string): number {
    const known = termIds.get(text);
    if (known !== undefined) return known;
    const id = termTexts.length;
    termIds.set(text, id);
    termTexts.push(text);
    termPrefixes = withRoom(termPrefixes, id);
    termPrefixes[id] = prefixId(text);
    return id;
  }

  function prefixId(text: string): number {
    if (text.length < PREFIX || /\p{N}/u.test(text)) return -1;
    const prefix = text.slice(0, PREFIX);
    const id = prefixIds.get(prefix) ?? prefixIds.size;
    prefixIds.set(prefix, id);
    return id;
  }

  // Unknown words and terms are -1; the look-ups below give -1, 0 or '' for them.
  return {
    find: (word) => wordIds.get(word) ?? -1,
    intern(word) {
      const known = wordIds.get(word);
      if (known !== undefined) return known;
      const id = folded.length;
      wordIds.set(word, id);
      folded.push(word);
      classes = withRoom(classes, id);
      wordTerms = withRoom(wordTerms, id);
      classes[id] = classOf(word) | (word === '' || STOP_WORDS.has(word) ? CLASS.stop : 0);
      wordTerms[id] = internTerm(term(word));
      return id;
    },
    folded: (word) => folded[word] ?? '',
    termOf: (word) => wordTerms[word] ?? -1,
    classOf: (word) => classes[word] ?? 0,
    termId: (text) => termIds.get(text) ?? -1,
    termText: (id) => termTexts[id] ?? '',
    codeOf,
    termOfCode,
    prefixOf: (id) => termPrefixes[id] ?? -1,
    findPrefix: (text) => (text.length < PREFIX ? -1 : (prefixIds.get(text.slice(0, PREFIX)) ?? -1)),
    terms: () => termTexts.length,
    words: () => folded.length,
  };
}

function codeOf(id: number): string {
  let code = '';
  for (let left = id; left >= 0 && (code === '' || left > 0); left = Math.floor(left / CODES))
    code += String.fromCharCode(FIRST_CODE + (left % CODES));
  return code;
}

function termOfCode(code: string): number {
  if (code === '') return -1;
  let id = 0;
  for (let at = code.length - 1; at >= 0; at -= 1) id = id * CODES + code.charCodeAt(at) - FIRST_CODE;
  return id;
}
