/** What is known of a sentence that the reader has read. */
export type ReadSentence = Readonly<{
  articleId: string;
  /** How much better its best span answers than "no answer here". A difference of logits. */
  margin: number;
  /** The cosine of its vector and the question's, and that of the sentence before it. */
  similarity: number;
  similarityBefore: number;
  /** Its score by words alone. */
  words: number;
}>;

/** What is known of all that was read for a question. */
type Context = Readonly<{
  /** The number of the question's content words. */
  concepts: number;
  /** The best score by words in the sentence's article. */
  wordsOfArticle: number;
}>;

/** One thing that tells an answer from other sentences that were read. */
export type ReadFeature = Readonly<{
  name: string;
  why: string;
  value(sentence: ReadSentence, context: Context): number;
}>;

/** The features of ranking with the reader; the weights are fitted by `npm run fit`. */
export const READ_FEATURES: readonly ReadFeature[] = [
  {
    name: 'margin',
    why: 'how much better the best span of the sentence answers than "no answer here"',
    value: ({ margin }) => margin / 10,
  },
  {
    name: 'similarity',
    why: 'a sentence about what is asked, in whatever words',
    value: ({ similarity }) => similarity,
  },
  {
    name: 'similarity before',
    why: 'an answer often carries on what the sentence before it is about ("It cost …")',
    value: ({ similarityBefore }) => similarityBefore,
  },
  {
    name: 'words',
    why: 'the more words a question has, the surer is it that the sentence which repeats them is meant',
    value: ({ words }, { concepts }) => (words * Math.log(1 + concepts)) / 10,
  },
  {
    name: 'words of the article',
    why: 'the article that holds the words of the question is the one asked about, whichever of its sentences answers',
    value: (_, { wordsOfArticle }) => wordsOfArticle / 10,
  },
];

/** The values of {@link READ_FEATURES} for each sentence that was read for a question of so many content words. */
export function readFeatureValues(sentences: readonly ReadSentence[], concepts: number): Float64Array[] {
  const best = new Map<string, number>();
  for (const { articleId, words } of sentences)
    best.set(articleId, Math.max(words, best.get(articleId) ?? Number.NEGATIVE_INFINITY));
  return sentences.map((sentence) => {
    const wordsOfArticle = best.get(sentence.articleId) ?? sentence.words;
    return Float64Array.from(READ_FEATURES, ({ value }) => value(sentence, { concepts, wordsOfArticle }));
  });
}
