import type { Slice } from '../../article/article.ts';
import { CLASS, classOf } from '../../english/word-class.ts';
import { isCommonWord } from '../../english/common-words.ts';
import { STOP_WORDS, term, words, type Word } from '../../english/words.ts';
import { itemAt } from '../../article/item-at.ts';

/** Small words inside names ("Bank of England", "Ursula von der Leyen"). */
const LINKS: ReadonlySet<string> = new Set([
  'of',
  'de',
  'von',
  'van',
  'der',
  'la',
  'du',
  'al',
  'bin',
  'and',
  'the',
  '&',
]);

/**
 * The names in a sentence: runs of capitalised words with small words inside them, including titles and numbers after them. A common
 * word at the start is a name only if `isKnown` says so ("Tallis" has the stem of "tally").
 */
export function namesIn(quote: string, isKnown: (word: string) => boolean = () => false): Slice[] {
  const read = words(quote);
  const written = ({ start, end }: Word): string => quote.slice(start, end);
  const isName = (at: number): boolean => {
    const word = read[at];
    if (!word || !/^\p{Lu}/u.test(written(word)) || classOf(word.folded) & CLASS.month) return false;
    return (
      !STOP_WORDS.has(word.folded) &&
      !(at === 0 && isCommonWord(term(word.folded)) && !isName(1) && !isKnown(written(word)))
    );
  };
  const follows = (at: number): boolean =>
    /^[\s'’&.-]*$/u.test(quote.slice(itemAt(read, at - 1).end, itemAt(read, at).start));
  const found: Slice[] = [];
  for (let from = 0; from < read.length; from++) {
    if (!isName(from)) continue;
    let to = from + 1;
    for (let next = to; next < read.length && follows(next); next++) {
      if (isName(next)) to = next + 1;
      else {
        const { folded } = itemAt(read, next);
        if (!LINKS.has(folded) || next - to >= 2 || joinsTwo(folded)) break;
      }
    }
    if (to < read.length && follows(to) && /^\d{1,4}$/u.test(itemAt(read, to).folded)) to += 1;
    found.push({ start: itemAt(read, from).start, end: itemAt(read, to - 1).end });
    from = to - 1;
  }
  return found;
}

/** "Temasek and Suning" are probably two names. */
const joinsTwo = (word: string | undefined): boolean => word === 'and' || word === 'the' || word === '&';

/** Questions that several names may answer: "who invested", "which companies". Not "who is" or "whose". */
const SEVERAL = /\b(?:who|whom|(?:which|what) (?:\w+ )?\w+s)\b/iu;
const ONE_ONLY = /\bwho(?:'s| is| was| are| were) (?!\w+ed\b)/iu;

/** Whether several names may answer a question. */
export const asksSeveral = (question: string): boolean => SEVERAL.test(question) && !ONE_ONLY.test(question);

/** Text between two items of a list, besides an explanation in brackets or commas. */
const JOINT =
  /^[\s,]*(?:and|or|as well as|along with|together with|followed by|joined by|alongside|including)?(?: also| by)?[\s,]*$/iu;
/** An explanation of the name before it: in brackets, or between commas with an article. */
const ASIDE = /^\s*(?:\([^()]*\)|,\s(?:an?|the|its|his|her|their)\s[^,;:()]*?(?=,|\sand\s|$))/u;

/** The names of the list that contains a span ("led by Alibaba, followed by Temasek (a fund) and Suning"). */
export function listOf(quote: string, names: readonly Slice[], span: Slice): Slice[] {
  const items = names.filter(({ start, end }) => !isAsideName(quote, start, end));
  const first = items.findIndex(({ start, end }) => start < span.end && span.start < end);
  if (first < 0) return [];
  const joined = (a: Slice | undefined, b: Slice | undefined): boolean =>
    a !== undefined && b !== undefined && JOINT.test(quote.slice(a.end, b.start).replace(ASIDE, ''));
  let [from, to] = [first, first];
  while (joined(items[from - 1], items[from])) from--;
  while (joined(items[to], items[to + 1])) to++;
  return items.slice(from, to + 1);
}

/** A noun after a name that the name modifies; not a joint, preposition or verb. */
const DESCRIBES =
  /^ (?!(?:and|or|but|with|who|which|that|is|are|has|have|had|was|were|will|would|in|on|at|for|to|of|by|from|as|said|says|\p{Ll}+ed)\b)\p{Ll}/u;

/** Whether a name is in brackets, or modifies a noun ("a *Singaporean* fund"). */
export function isAsideName(quote: string, start: number, end: number): boolean {
  const open = quote.lastIndexOf('(', start);
  if (open >= 0 && !quote.slice(open, start).includes(')')) return true;
  return (
    /\b(?:an?|the|its|his|her|their) $/iu.test(quote.slice(0, start)) && DESCRIBES.test(quote.slice(end))
  );
}

/** Words before and after a name that give it the role of leader. */
const LEADS_BEFORE =
  /\b(?:led|headed|spearheaded) (?:jointly )?by (?:(?!followed|joined|with|alongside)[\p{L}'’-]+ ){0,6}$/iu;
const LEADS_AFTER =
  /^(?: (?:just )?(?:led|leads|is leading|headed|heads|spearheaded|spearheads) (?:the|a|this)\b|(?:,| \() ?(?:as )?(?:the |its )?lead(?:ing)? investor\b)/iu;
const ASKS_LEAD = /\b(?:lead|leads|led|leading|headed|heads|spearhead(?:ed|s)?)\b/iu;

/** The role of a name in a sentence; undefined when none is stated. */
export const roleOf = (quote: string, { start, end }: Slice): 'lead' | undefined =>
  LEADS_BEFORE.test(quote.slice(0, start)) || LEADS_AFTER.test(quote.slice(end)) ? 'lead' : undefined;

/** Whether a question asks for the leader: "who led", "which fund headed". */
export const asksLead = (question: string): boolean => ASKS_LEAD.test(question);
