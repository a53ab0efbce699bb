import { seededRandom } from '../evaluate/random.ts';
import { itemAt } from '../../src/article/item-at.ts';

const PARAGRAPH = 4;
/** Number of distinct words and names, about as many as an English newspaper uses in a year. */
const VOCABULARY = 40_000;
const NAMES = 8000;

const COMMON =
  'the of and to in a is that for it was on with as he be at by had not are but from or have an they which were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  );
const ONSETS =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(
    ' ',
  );
const NUCLEI = 'a e i o u ai ea ee ou oa'.split(' ');
const CODAS = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck', 'rm', 'nt', 'll'];
const ENDINGS = ['', '', '', 's', 'ed', 'ing', 'er', 'ly', 'ment', 'tion', 'al', 'ness'];

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item;

function madeUp(random: () => number, ending: boolean): string {
  const syllables = 1 + Math.floor(random() * 3);
  let word = '';
  for (let n = 0; n < syllables; n += 1)
    word += pick(ONSETS, random) + pick(NUCLEI, random) + pick(CODAS, random);
  return ending ? word + pick(ENDINGS, random) : word;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const random = seededRandom(1);
const words = Array.from({ length: VOCABULARY }, () => madeUp(random, true));
const names = Array.from({ length: NAMES }, (_, n) =>
  n % 3 === 0
    ? capital(madeUp(random, false))
    : `${capital(madeUp(random, false))} ${capital(madeUp(random, false))}`,
);

/** A random rank with Zipf's law: the n-th is drawn about 1/n as often as the first. */
const zipf = (count: number, chance: () => number): number => Math.floor(count ** chance()) - 1;

/** The `n`-th synthetic article of about `length` words, as a text file; always the same. Its headline contains `n`. */
export function articleText(n: number, length = 600): string {
  const chance = seededRandom(n + 1000);
  const about = Array.from({ length: 5 }, () => itemAt(names, zipf(NAMES, chance)));
  const topic = Array.from({ length: 60 }, () => itemAt(words, zipf(VOCABULARY, chance)));
  const word = (): string => {
    const kind = chance();
    if (kind < 0.45) return itemAt(COMMON, zipf(COMMON.length, chance));
    if (kind < 0.49) return pick(about, chance);
    if (kind < 0.51) return `${Math.floor(10 ** (chance() * 4))}`;
    return kind < 0.75 ? pick(topic, chance) : itemAt(words, zipf(VOCABULARY, chance));
  };
  const paragraphs: string[] = [];
  for (let left = length; left > 0;) {
    const sentences: string[] = [];
    while (sentences.length < PARAGRAPH && left > 0) {
      const count = 8 + Math.floor(chance() * 30);
      left -= count;
      sentences.push(`${capital(Array.from({ length: count }, word).join(' '))}.`);
    }
    paragraphs.push(sentences.join(' '));
  }
  return `${about[0]} and ${topic[0]} ${topic[1]} number ${n}\n\n${paragraphs.join('\n\n')}\n`;
}
