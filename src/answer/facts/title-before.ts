import { CALENDAR_WORDS } from '../../english/months.ts';
import { isThingNoun } from '../../english/titles.ts';
import { gapAfter, saysPerson, saysThing, type NameToken } from './name-in-sentence.ts';
import type { Slice } from '../../article/article.ts';
import { keyAt } from '../key-at.ts';
import { itemAt } from '../../article/item-at.ts';

/** Longest phrase. Words. */
const MOST = 16;
/** Joins a capitalised word to the one before: "University of Texas", "Council for the Welfare of Immigrants". */
const LINKS = /^(?:of|for|and|&|de|von|van|at)$/u;
/** Follows a title: "Minister of Education", "major at University of Texas". */
const TITLE_OF = /^(?:of|for|at|to|in|with|on)$/u;
/** Participles that stand before a title without an article. */
const TITLE_ADJECTIVE =
  /^(?:retired|acting|leading|founding|managing|outgoing|incoming|overseas|visiting|veteran|former|embattled|disgraced|renowned|acclaimed|born|based|winning|nominated|elect|turned|designate)$/u;
/** After these, the addressee's name or a clause follows. */
const TOLD =
  /^(?:tell|tells|told|inform|informed|assured|remind|reminded|warn|warned|ask|asked|asks|gave|gives|show|showed|call|calls|called|calling)$/u;
const TIME =
  /^(?:second|minute|hour|half|round|stage|period|quarter|match|game|day|days|night|week|weekend|month|year|years|time|morning|afternoon|evening|today|yesterday|tomorrow|case|way|number|fact|rest|part|name|first|second|third|last|next|same|other|people)$/u;
const isTime = (word: string): boolean => TIME.test(word) || CALENDAR_WORDS.has(word);
/** Capitalised words that begin sentences and are not part of a title. */
const OPENING =
  /^(?:in|on|at|by|for|from|after|before|when|while|but|and|or|as|if|since|during|later|then|meanwhile|however|yesterday|today|according|also|both|that|this|these|those|with|to|of|here|there|he|she|it|they|we|i|you|his|her|their|its|our|my|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/u;
/** After these, a capitalised word before a title is a place: "In Paris President Macron". */
const WHERE = /^(?:in|at|near|outside|inside|across)$/u;

type Tokens = readonly NameToken[];

/** Whether only a space separates a token from the next. */
const joined = (text: string, tokens: Tokens, at: number): boolean =>
  /^ $| - /u.test(gapAfter(text, tokens, at));

/** The description right before a name whose first token is `first`: "head teacher", "the Chinese giant". */
export function titleBefore(text: string, tokens: Tokens, first: number, next: number): Slice | undefined {
  const gap = gapAfter(text, tokens, first - 1);
  if (!/^ ["“‘']?$/u.test(gap)) return undefined;
  const skipped = tokens[first - 1]?.key === 'the' ? first - 1 : first;
  const head = headOf(text, tokens, skipped - 1);
  if (head === undefined) return undefined;
  const token = tokens[head];
  if (token === undefined) return undefined;
  const titled = saysPerson(token) || saysThing(token);
  const start = startOfPhrase(text, tokens, head, titled);
  const opener = tokens[start];
  if (opener === undefined) return undefined;
  const definite = opens(opener);
  if (!titled && (!definite || !isNoun(token) || token.capital || isSubject(text, tokens, next)))
    return undefined;
  if (
    !definite &&
    (skipped !== first ||
      (saysThing(token) && !saysPerson(token) && start === head && token.capital && !APART.test(token.key)))
  )
    return undefined;
  if (definite && TOLD.test(keyAt(tokens, start - 1)) && !saysPerson(token)) return undefined;
  if (definite && (start === head || (!titled && start === 1 && WHERE.test(keyAt(tokens, 0)))))
    return undefined;
  return { start: opener.start, end: itemAt(tokens, skipped - 1).end };
}

/** "the fees Zelvo collects": the name is the subject of the verb after it. */
const isSubject = (text: string, tokens: Tokens, next: number): boolean =>
  gapAfter(text, tokens, next - 1) === ' ' && /^(?:verb|auxiliary|be)$/u.test(tokens[next]?.tag ?? '');

/** Capitalised nouns before a name that are not part of it: "Storm Odile", or "Retailer Pallas" at the start of a sentence. */
const APART = /^(?:storm|hurricane|typhoon|cyclone|\p{L}+(?:er|or))$/u;
const isNoun = ({ tag, last, possessive }: NameToken): boolean =>
  (tag === 'noun' || tag === 'name') &&
  !possessive &&
  !isTime(last) &&
  !/(?:ed|ing|ly)$/u.test(last) &&
  (!/[^s]s$/u.test(last) || isThingNoun(last.slice(0, -1)));

/** Whether a token can begin a definite phrase: an article or a possessive. */
const opens = ({ tag, possessive }: NameToken): boolean =>
  tag === 'determiner' || tag === 'possessive' || possessive;

/** The head noun of a phrase: its last word, or the title before "of …" when the phrase ends in a capitalised name. */
function headOf(text: string, tokens: Tokens, last: number): number | undefined {
  const token = tokens[last];
  if (!token) return undefined;
  if (saysPerson(token) && !token.possessive) return last;
  if (token.capital && !token.possessive) {
    for (let at = last; at > Math.max(0, last - MOST); at--) {
      const [here, before] = [tokens[at], tokens[at - 1]];
      if (!here || !before || !joined(text, tokens, at - 1)) break;
      if (TITLE_OF.test(here.key) && saysPerson(before)) return at - 1;
      const links =
        here.capital ||
        TITLE_OF.test(here.key) ||
        here.key === 'the' ||
        (here.tag === 'noun' && !here.possessive);
      if (!links) break;
    }
  }
  return token.possessive || isTime(token.last) ? undefined : last;
}

/** The start of the phrase with its head at `head`: back across adjectives, nouns and names to an article or possessive. */
function startOfPhrase(text: string, tokens: Tokens, head: number, titled: boolean): number {
  let start = head;
  for (let at = head - 1; at >= Math.max(0, head - MOST); at--) {
    const token = tokens[at];
    if (!token || !joined(text, tokens, at)) break;
    if (token.possessive) return ownerFrom(text, tokens, at);
    if (token.tag === 'determiner' && !linkedCapital(tokens, at)) {
      start = at;
      break;
    }
    if (token.tag === 'possessive') return at;
    if (!modifies(text, tokens, at, titled)) break;
    start = at;
  }
  while (start < head && LINKS.test(keyAt(tokens, start))) start += 1;
  return withoutPlace(text, tokens, start, head);
}

/** "Council for the Welfare": the article follows a link and a capitalised word. */
const linkedCapital = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.key === 'the' &&
  /^(?:of|for)$/u.test(keyAt(tokens, at - 1)) &&
  tokens[at - 2]?.capital === true &&
  tokens[at + 1]?.capital === true;

function modifies(text: string, tokens: Tokens, at: number, titled: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return false;
  if (token.capital) return !(at === 0 && OPENING.test(token.key)) && !CALENDAR_WORDS.has(token.key);
  if (LINKS.test(token.key) || token.key === 'the') return isLink(tokens, at, titled);
  if (TITLE_ADJECTIVE.test(token.last)) return true;
  if (/^(?:said|says|say|saw|met|told|adds|added)$/u.test(token.key)) return false;
  if (saysPerson(token) && (token.tag !== 'verb' || token.key === 'head')) return true;
  if (token.tag === 'adjective' && token.key.endsWith('ed')) return hasOpener(text, tokens, at - 1);
  if (token.tag === 'adjective' || token.tag === 'noun') return !TIME_NOUN.test(token.last);
  if (token.tag === 'participle' || token.tag === 'gerund' || token.tag === 'adverb' || token.tag === 'verb')
    return hasOpener(text, tokens, at - 1);
  return token.tag === 'number' && hasOpener(text, tokens, at - 1);
}
const TIME_NOUN = /^(?:day|week|month|year|morning|afternoon|evening|night|today|yesterday)$/u;

/** "University of Texas", "interior and overseas minister", "academic and professor". */
function isLink(tokens: Tokens, at: number, titled: boolean): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!titled || !before || !token || !next) return false;
  if (token.key === 'the') return linkedCapital(tokens, at);
  if (token.key !== 'and') {
    const behind = next.key === 'the' ? tokens[at + 2] : next;
    return before.capital && behind?.capital === true && !(at === 1 && OPENING.test(before.key));
  }
  // "Pump and valve maker" at the start of a sentence.
  if (at === 1 && before.tag !== 'pronoun' && !next.capital) return !OPENING.test(before.key);
  return (
    !before.capital &&
    !next.capital &&
    (before.tag === 'adjective' || saysPerson(before) || DEPARTMENT.test(before.key))
  );
}
const DEPARTMENT =
  /^(?:interior|foreign|justice|health|defen[cs]e|finance|education|trade|energy|transport|culture|security|labou?r|environment)$/u;

/** Whether an article or a possessive comes a few words before, so that a participle is part of a phrase. */
function hasOpener(text: string, tokens: Tokens, from: number): boolean {
  for (let at = from; at >= Math.max(0, from - 3); at--) {
    const token = tokens[at];
    if (!token || !joined(text, tokens, at)) return false;
    if (opens(token)) return true;
    if (token.tag !== 'adjective' && token.tag !== 'adverb' && token.tag !== 'number') return false;
  }
  return false;
}

/** The start of a possessive: all of "New York's", "the Afghan team's". */
function ownerFrom(text: string, tokens: Tokens, at: number): number {
  let start = at;
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const token = tokens[before];
    if (!token || !joined(text, tokens, before) || token.possessive) break;
    if (token.tag === 'determiner' || token.tag === 'possessive') return before;
    // The owner's name, or a noun for the kind of owner.
    const fits = token.capital
      ? !(before === 0 && OPENING.test(token.key))
      : tokens[at]?.capital !== true && (token.tag === 'adjective' || token.tag === 'noun');
    if (!fits) break;
    start = before;
  }
  return start;
}

/** Removes a capitalised place at the start of a sentence: "In Paris President Macron". */
function withoutPlace(text: string, tokens: Tokens, start: number, head: number): number {
  const before = tokens[start - 1];
  if (!before || !WHERE.test(before.key) || !joined(text, tokens, start - 1)) return start;
  let from = start;
  while (from < head && tokens[from]?.capital && !saysPerson(tokens[from] as NameToken)) from += 1;
  return from;
}
