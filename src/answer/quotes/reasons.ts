import type { Near } from './nearest.ts';
import { denies } from './sense.ts';
import type { Token } from './tokens.ts';

/** What to check first in a quotation that was found. */
export type Reason =
  | 'over-marks'
  | 'negation'
  | 'number'
  | 'name'
  | 'look-alike'
  | 'joined'
  | 'order'
  | 'left-out'
  | 'put-in'
  | 'marks'
  | 'case'
  | 'words';

const SIGN = /^[$€£¥₹₽₩%‰°+±<>=≤≥≈~^²³]$/u;

/** Why a quotation differs from its source, most serious first. */
export function reasonsOf({ changes }: Near, joined: boolean): Reason[] {
  const of = (kind: 'removed' | 'added'): Token[] =>
    changes.flatMap((change) => (change.kind === kind ? [change.token] : []));
  const [removed, added] = [of('removed'), of('added')];
  const words = (list: readonly Token[]): string[] =>
    list.filter(({ kind }) => kind === 'word').map(({ key }) => key);
  const [lost, gained] = [words(removed), words(added)];
  const bag = (list: readonly string[]): string => list.toSorted().join(' ');
  const numbers = (list: readonly Token[]): string =>
    bag(list.filter(({ kind, key }) => kind === 'number' || SIGN.test(key)).map(({ key }) => key));
  const some = (test: (token: Token) => boolean): boolean => changes.some(({ token }) => test(token));
  const found: Reason[] = [];
  if (joined) found.push('joined');
  if (removed.filter(denies).length !== added.filter(denies).length) found.push('negation');
  if (numbers(removed) !== numbers(added)) found.push('number');
  if (added.some(({ written }) => mixesScripts(written))) found.push('look-alike');
  const sameWords = lost.length > 0 && bag(lost) === bag(gained);
  if (sameWords) found.push(lost.join(' ') === gained.join(' ') ? 'case' : 'order');
  else if (some(isName)) found.push('name');
  if (!sameWords && !joined) {
    if (lost.length > 0 && gained.length === 0) found.push('left-out');
    else if (gained.length > 0 && lost.length === 0) found.push('put-in');
    else if (lost.length > 0) found.push('words');
  }
  return found.length > 0 ? found : ['marks'];
}

const isName = ({ kind, written }: Token): boolean => kind === 'word' && /^\p{Lu}/u.test(written);

/** Latin letters among Greek or Cyrillic ones, or vice versa: made to look like another word. */
const mixesScripts = (word: string): boolean =>
  /\p{sc=Latin}/u.test(word) && /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(word);
