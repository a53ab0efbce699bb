import { NUMBER_WORDS } from '../../english/numbers.ts';
import { fold } from '../../english/words.ts';
import { ADDRESS, isPersonNoun, isThingNoun, isTitle } from '../../english/titles.ts';
import { DOT } from './masked.ts';
import { tagsOf, type Tag } from '../../english/tags.ts';
import { keyAt } from '../key-at.ts';
import { itemAt } from '../../article/item-at.ts';

/** A word of a sentence, possibly hyphenated ("editor-in-chief"), with its tag and last part ("chief"). */
export type NameToken = Readonly<{
  text: string;
  start: number;
  end: number;
  tag: Tag;
  capital: boolean;
  /** Lower case, without "'s". */
  key: string;
  /** The part after the last hyphen. */
  last: string;
  possessive: boolean;
}>;

/** A name in a sentence. Its tokens are `from` (inclusive) to `to` (exclusive). */
export type NameAt = Readonly<{ text: string; tokens: readonly NameToken[]; from: number; to: number }>;

const WORD = /(?:\p{Lu}[.\u2024]){2,6}|[\p{L}\p{M}\p{N}@#]+(?:[-.'’&\u2024][\p{L}\p{M}\p{N}]+)*['’]?/gu;

/** The tag of a token. Possessives count as owners like "its", acronyms as names ("US" is not "us"), "19-year-old" as "old". */
function taggedAs({ text, key, last, possessive }: Omit<NameToken, 'tag'>): string {
  if (possessive) return 'its';
  if (/^(?:\p{Lu}\W?){2,6}$/u.test(text)) return 'acronym';
  return key.endsWith('-year-old') ? 'old' : last;
}

/** The words of a text with their tags. */
export function nameTokensOf(text: string): NameToken[] {
  const found = [...text.matchAll(WORD)].map((match) => {
    const key = fold(match[0].replaceAll(DOT, '.'));
    return {
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      capital: /^[\p{Lu}\p{N}@#]|^\p{Ll}\p{Lu}/u.test(match[0]),
      key,
      last: key.slice(key.lastIndexOf('-') + 1),
      possessive: /['’]s$|s['’]$/u.test(match[0]),
    };
  });
  const tags = tagsOf(
    found.map(taggedAs),
    found.map(({ capital, possessive, text: written }) => capital && !possessive && !/^\d/u.test(written)),
  );
  return found.map((token, at) => ({ ...token, tag: itemAt(tags, at) }));
}

/** The text between a token and the next, from the start of the text or up to its end. */
export const gapAfter = (text: string, tokens: readonly NameToken[], at: number): string =>
  text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? text.length);

/** Whether a token denotes a person: a title in any case, or an agent noun in lower case. */
export const saysPerson = ({ key, last, capital }: NameToken): boolean =>
  capital ? isTitle(key) || isTitle(last) : isPersonNoun(key) || (isPersonNoun(last) && !COUNTED.test(key));
/** "the eleven-member council" */
const COUNTED = new RegExp(`^(?:\\d+|${NUMBER_WORDS.join('|')})-`, 'u');

/** Whether a token denotes a thing. */
export const saysThing = ({ key, last }: NameToken): boolean => isThingNoun(key) || isThingNoun(last);

/** Most words of a name before the one that was searched for. */
const GIVEN_MAX = 3;

/**
 * The first token of the whole name, including given names and forms of address before a surname. After a longer run of capitals
 * ("University of Texas Arlington Amneh Jafari") one given name is assumed.
 */
export function startOfName({ text, tokens, from, to }: NameAt): number {
  if (to - from > 1) return ADDRESS.has(keyAt(tokens, from - 1)) ? from - 1 : from;
  let first = from;
  while (from - first < GIVEN_MAX && isGiven(text, tokens, first - 1)) first -= 1;
  const before = tokens[first - 1];
  const whole = from - first;
  if (whole <= 1 || before === undefined) return first;
  const isOpen = gapAfter(text, tokens, first - 1) === ' ';
  return isOpen &&
    (before.capital || before.tag === 'preposition' || before.tag === 'determiner') &&
    !saysPerson(before)
    ? from - 1
    : first;
}

function isGiven(text: string, tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at];
  if (!token?.capital || token.possessive || token.tag === 'number') return false;
  const gap = gapAfter(text, tokens, at);
  if (ADDRESS.has(token.key)) return gap === ' ' || gap === '. ' || gap === `${DOT} `;
  return (
    gap === ' ' &&
    !saysPerson(token) &&
    !saysThing(token) &&
    !(at === 0 && token.tag !== 'name' && token.tag !== 'noun')
  );
}
