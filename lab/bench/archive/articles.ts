import { seededRandom } from '../../evaluate/random.ts';
import { STOP_WORDS } from '../../../src/english/words.ts';

/** An article of the synthetic archive: one line of an import file. */
export type SyntheticArticle = Readonly<{
  headline: string;
  text: string;
  publishedAt: string;
  byline: string;
}>;

/** A question about an article, with a word that only its answer contains. */
export type SyntheticQuestion = Readonly<{ question: string; company: string; person: string; year: number }>;

/** Average number of sentences in an article. */
export const SENTENCES = 25;

const SYLLABLES =
  'ba be bo da den dor el en fa fen gar gis ha hol in jor ka kel lan lin ma men mor na nel or pa per qui ra ren ri sa sel sta ta ten tor ul va ven vil wa wen zor'.split(
    ' ',
  );
const FUNCTION_WORDS = [...STOP_WORDS].filter((word) => /^[a-z]{2,6}$/u.test(word));
const FIRST =
  'Anna Ben Clara David Edda Frank Greta Hugo Ines Jonas Karin Leo Mara Nils Olga Paul Quinn Rosa Simon Tara Ulf Vera Walter Yara Zeno'.split(
    ' ',
  );
const ENDINGS = [
  'Motors',
  'Bank',
  'Foods',
  'Energy',
  'Group',
  'Airlines',
  'Media',
  'Steel',
  'Labs',
  'Shipping',
];
const VERBS = [
  'bought',
  'sold',
  'built',
  'closed',
  'announced',
  'fined',
  'hired',
  'sued',
  'opened',
  'criticised',
];

const WORDS = 60_000;
const PEOPLE = 20_000;
const COMPANIES = 8000;
const PLACES = 2000;
/**
 * Exponent of Zipf's law: the n-th most frequent word is used about 1/n^s times as often as the first; s is slightly above 1 for English
 * news.
 */
const EXPONENT = 1.05;
const FIRST_YEAR = 1996;
const YEARS = 30;

/**
 * Articles shaped like real news: words and names follow Zipf's law, about half of all words are function words, there are sums and
 * dates, and publication dates cover 30 years. The same seed always gives the same articles.
 */
export function* syntheticArticles(seed: number): Generator<SyntheticArticle & SyntheticQuestion> {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const word = (n: number): string => spelled(n + 2000);
  const name = (n: number): string => capital(spelled(n + 90_000));
  const person = (): string => {
    const n = zipf(random, PEOPLE);
    return `${FIRST[n % FIRST.length] as string} ${name(n)}`;
  };
  const company = (): string => {
    const n = zipf(random, COMPANIES);
    return `${name(n + PEOPLE)} ${ENDINGS[n % ENDINGS.length] as string}`;
  };
  const place = (): string => name(zipf(random, PLACES) + PEOPLE + COMPANIES);
  const filler = (count: number): string =>
    Array.from({ length: count }, () =>
      random() < 0.5 ? pick(FUNCTION_WORDS) : word(zipf(random, WORDS)),
    ).join(' ');

  for (;;) {
    const [who, what, where] = [company(), person(), place()];
    const date = new Date(Date.UTC(FIRST_YEAR, 0, 1) + below(YEARS * 365.25) * 86_400_000);
    const year = date.getUTCFullYear();
    const sum = `$${1 + below(900)} million`;
    const verb = pick(VERBS);
    const lead = `${who} ${verb} the ${word(zipf(random, WORDS))} ${word(zipf(random, WORDS))} of ${where} for ${sum} in ${year}, said ${what}, its ${word(zipf(random, 400))} director.`;
    const count = SENTENCES - 8 + below(15);
    const sentences = Array.from({ length: count }, () => {
      const start = capital(filler(4 + below(6)));
      const inside = random() < 0.3 ? ` ${pick([person, company, place])()}` : '';
      const figure = random() < 0.15 ? ` ${1 + below(99)} per cent` : '';
      return `${start}${inside} ${filler(5 + below(9))}${figure}.`;
    });
    const all = [lead, ...sentences];
    const paragraphs = Array.from({ length: Math.ceil(all.length / 3) }, (_, n) =>
      all.slice(3 * n, 3 * n + 3).join(' '),
    );
    yield {
      headline: `${who} ${verb} ${word(zipf(random, WORDS))} in ${where}`,
      text: paragraphs.join('\n\n'),
      publishedAt: date.toISOString().slice(0, 10),
      byline: what,
      question: `What did ${who} pay in ${where}?`,
      company: who,
      person: what,
      year,
    };
  }
}

/** A random rank from 0 up to `count`, lower ones more often, by inverting the integral of Zipf's law. */
function zipf(random: () => number, count: number): number {
  const power = 1 - EXPONENT;
  return Math.min(count - 1, Math.floor((random() * ((count + 1) ** power - 1) + 1) ** (1 / power) - 1));
}

/** The n-th invented word, unique for each number. */
function spelled(n: number): string {
  let text = '';
  for (let left = n; left > 0; left = Math.floor(left / SYLLABLES.length))
    text += SYLLABLES[left % SYLLABLES.length];
  return text;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
