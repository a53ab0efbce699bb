import { CANDIDATES } from '../../src/answer/ask.ts';
import { signalsOf } from '../../src/answer/confidence.ts';
import type { Document } from '../../src/article/article.ts';
import { isHit } from '../evaluate/hits.ts';
import type { KnownQuestion } from '../evaluate/questions.ts';
import { seededRandom } from '../evaluate/random.ts';
import { excerpt, othersThan, withoutParagraph, type World } from '../evaluate/worlds.ts';
import { readQuestion } from '../../src/search/question/question.ts';
import { linearRanker, type Ranker, type Weights } from '../../src/search/rank/rank.ts';
import {
  createSearchIndex,
  type MutableSearchIndex,
  type Scope,
} from '../../src/search/index/search-index.ts';
import type { Synonyms } from '../../src/search/question/synonyms.ts';

/** What was done to the archive before a question was put to it. */
export type Removal = 'none' | 'paragraph' | 'article';

/** All articles, or one short article alone: a newsroom starts with one. */
export const ARCHIVES = ['whole', 'single'] as const;
export type ArchiveSize = (typeof ARCHIVES)[number];

/** The signals of one answer, and whether its first quote answers. */
export type SignalExample = Readonly<{
  question: KnownQuestion;
  removal: Removal;
  archive: ArchiveSize;
  signals: Float64Array;
  right: boolean;
  weight: number;
}>;

/** Paragraphs of a single article, as many as news has. */
const SINGLE_PARAGRAPHS = 6;

/** Half of the questions asked have an answer; of the other half the archive lacks the paragraph, or the article. */
const WEIGHTS: Readonly<Record<Removal, number>> = { none: 1, paragraph: 0.5, article: 0.5 };

/**
 * Puts each question to the archive as it is, without its paragraph, and without its article, and does the same with
 * an archive of a few paragraphs around the answer, where a question about another article stands for a removed one.
 */
export function collectSignals(
  world: World,
  questions: readonly KnownQuestion[],
  synonyms: Synonyms,
  weights: Weights,
): SignalExample[] {
  const rank = linearRanker(weights);
  const random = seededRandom(1);
  const foreign = (article: string): KnownQuestion | undefined => {
    const others = questions.filter((question) => question.article !== article);
    return others[Math.floor(random() * others.length)];
  };
  const found: SignalExample[] = [];
  const put = (
    index: MutableSearchIndex,
    archive: ArchiveSize,
    question: KnownQuestion | undefined,
    removal: Removal,
    scope?: Scope,
  ): void => {
    const read = question && answer(index, question, removal, synonyms, rank, scope);
    if (read) found.push({ question, removal, archive, weight: WEIGHTS[removal], ...read });
  };
  for (const question of questions) {
    put(world.articles, 'whole', question, 'none');
    put(world.articles, 'whole', question, 'article', othersThan(world, question.article));
  }
  const groups = Map.groupBy(questions, ({ article, paragraph }) => `${article} ${paragraph}`);
  for (const group of groups.values()) {
    const [first] = group;
    const whole = first && world.articles.document(first.article);
    if (!whole) continue;
    world.articles.add(withoutParagraph(whole, first.paragraph));
    for (const question of group) put(world.articles, 'whole', question, 'paragraph');
    world.articles.add(whole);

    const from = Math.max(1, first.paragraph - Math.floor(random() * SINGLE_PARAGRAPHS));
    const paragraphs = Array.from({ length: SINGLE_PARAGRAPHS }, (_, offset) => from + offset);
    const alone = indexOf(excerpt(whole, paragraphs));
    const less = indexOf(
      excerpt(
        whole,
        paragraphs.filter((paragraph) => paragraph !== first.paragraph),
      ),
    );
    for (const question of group) {
      put(alone, 'single', question, 'none');
      put(less, 'single', question, 'paragraph');
      put(alone, 'single', foreign(first.article), 'article');
    }
  }
  return found;
}

function indexOf(document: Document): MutableSearchIndex {
  const index = createSearchIndex();
  index.add(document);
  return index;
}

function answer(
  index: MutableSearchIndex,
  question: KnownQuestion,
  removal: Removal,
  synonyms: Synonyms,
  rank: Ranker,
  scope?: Scope,
): { signals: Float64Array; right: boolean } | undefined {
  const view = index.within(scope);
  const query = readQuestion(question.q, view.vocabulary, synonyms);
  const ranked = rank(query, view.candidates(query, CANDIDATES));
  const signals = signalsOf(ranked);
  const [first] = ranked;
  if (!signals || !first) return undefined;
  const { document, sentence } = first;
  const quote = document.article.text.slice(sentence.start, sentence.end);
  return { signals, right: removal === 'none' && isHit(quote, question.gold) };
}
