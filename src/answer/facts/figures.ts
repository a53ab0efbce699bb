import type { Document, Sentence } from '../../article/article.ts';
import { passageOf, spanOf } from '../answer.ts';
import type { Amount } from './amount.ts';
import { amountsIn } from './amounts.ts';
import { conflictsAmong } from './conflicts.ts';
import { sentencesAbout } from './topic.ts';
import type { Figure } from './figure.ts';

/** Figures of one unit, in archive order; `different` when two of them give different amounts of the same thing. */
export type FigureGroup = Readonly<{
  kind: Amount['kind'];
  unit: string;
  figures: readonly Figure[];
  different: readonly (readonly [Figure, Figure])[];
}>;

/** The figures of articles, grouped by unit: money first, then percentages, then counts; larger groups first. */
export function figures(documents: readonly Document[], topic?: string): FigureGroup[] {
  const groups = new Map<string, Figure[]>();
  for (const document of documents) {
    for (const figure of figuresOf(document, sentencesAbout(document, topic))) {
      const key = `${figure.amount.kind} ${figure.amount.unit}`;
      const group = groups.get(key);
      if (group) group.push(figure);
      else groups.set(key, [figure]);
    }
  }
  const order = ['money', 'percent', 'count'];
  return [...groups.values()]
    .flatMap((found): FigureGroup[] => {
      const [first] = found;
      return first
        ? [
            {
              kind: first.amount.kind,
              unit: first.amount.unit,
              figures: found,
              different: conflictsAmong(found),
            },
          ]
        : [];
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.figures.length - a.figures.length);
}

/** Refers to a number in the sentence before: "that number is closer to 40,000". */
const AGAIN = /\b(?:that|this|the) (?:number|figure|total|estimate|count)\b/iu;

/** The figures of a document's sentences in order. A bare number that refers to the one before has its unit. */
export function figuresOf(document: Document, sentences: readonly Sentence[]): Figure[] {
  let last: Readonly<{ amount: Amount; n: number; paragraph: number }> | undefined;
  return sentences.flatMap((sentence) => {
    const passage = passageOf(document, sentence);
    const { n, paragraph } = sentence;
    return amountsIn(passage.quote).map((read): Figure => {
      const follows = last?.paragraph === paragraph && last.n === n - 1;
      const again = read.unit === 'number' && follows && AGAIN.test(passage.quote) ? last?.amount : undefined;
      const amount = again ? { ...read, unit: again.unit } : read;
      if (amount.kind === 'count') last = { amount, n, paragraph };
      const spans = [spanOf(passage, amount.start, amount.end)];
      return { passage: { ...passage, spans }, amount, ...(again ? { again } : {}) };
    });
  });
}
