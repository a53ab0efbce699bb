import type { Document, Slice } from '../../article/article.ts';
import { fold, STOP_WORDS, term, words } from '../../english/words.ts';
import { passageOf, spanOf, type Passage } from '../answer.ts';
import type { Amount } from './amount.ts';
import { amountsIn } from './amounts.ts';
import { datesIn } from './dates.ts';
import { sentencesAbout } from './topic.ts';

/** A figure in its sentence; the passage's only span is the figure. */
export type Figure = Readonly<{ passage: Passage; amount: Amount }>;

/** Figures of one unit, in the order of the articles; `different` when two of them tell unlike amounts of the same thing. */
export type FigureGroup = Readonly<{
  kind: Amount['kind'];
  unit: string;
  figures: readonly Figure[];
  different: readonly (readonly [Figure, Figure])[];
}>;

/** Words on each side of an amount that tell what it is an amount of. */
const NEAR = 5;
/** Shared words near two amounts from which on they speak of the same thing. */
const SHARED = 2;

/** The figures of the articles, grouped by unit: money first, then percentages, then counts, larger groups first. */
export function figures(documents: readonly Document[], topic?: string): FigureGroup[] {
  const groups = new Map<string, Figure[]>();
  for (const document of documents) {
    for (const sentence of sentencesAbout(document, topic)) {
      const passage = passageOf(document, sentence);
      for (const amount of amountsIn(passage.quote)) {
        const key = `${amount.kind} ${amount.unit}`;
        const figure = {
          passage: { ...passage, spans: [spanOf(passage, amount.start, amount.end)] },
          amount,
        };
        groups.set(key, [...(groups.get(key) ?? []), figure]);
      }
    }
  }
  const order = ['money', 'percent', 'count'];
  return [...groups.values()]
    .flatMap((found): FigureGroup[] => {
      const [first] = found;
      return first
        ? [{ kind: first.amount.kind, unit: first.amount.unit, figures: found, different: conflicts(found) }]
        : [];
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.figures.length - a.figures.length);
}

/** Pairs of figures about the same thing at the same time that are not the same amount. Never chosen between. */
function conflicts(found: readonly Figure[]): [Figure, Figure][] {
  const about = found.map(aboutOf);
  const pairs: [Figure, Figure][] = [];
  for (const [index, figure] of found.entries()) {
    for (let other = index + 1; other < found.length; other++) {
      const second = found[other];
      const [a, b] = [about[index], about[other]];
      if (!second || !a || !b || overlaps(figure.amount, second.amount)) continue;
      if (figure.passage.sentence === second.passage.sentence || a.when !== b.when) continue;
      const shared = [...a.words].filter((word) => b.words.has(word)).length;
      if (shared >= SHARED) pairs.push([figure, second]);
    }
  }
  return pairs;
}

/** What "about" leaves open, as a share. */
const ABOUT = 0.05;

/** The values that an amount may mean: "at least 62 people" may be 71. */
function reachOf({ text, low, high }: Amount): [number, number] {
  if (/^(?:more than|over|at least)\b/iu.test(text)) return [low, Number.POSITIVE_INFINITY];
  if (/^(?:(?:less|fewer) than|at most|up to)\b/iu.test(text)) return [0, high];
  const open = /^(?:about|around|nearly|almost|some|roughly|approximately)\b/iu.test(text);
  return open ? [low * (1 - ABOUT), high * (1 + ABOUT)] : [low, high];
}

function overlaps(a: Amount, b: Amount): boolean {
  const [first, second] = [reachOf(a), reachOf(b)];
  return first[0] <= second[1] && second[0] <= first[1];
}

/** Days that tell when something was said rather than what is counted: two reports of one thing come on two days. */
const SAID =
  /^(?:(?:last|next|this|coming) )?(?:\p{L}+day|tonight|night|morning|afternoon|evening|tomorrow)$/iu;

/** Whether a date tells of an amount: not when it dates the saying of it, or another thing that a clause behind tells of. */
function isOf(quote: string, date: Slice, amount: Slice): boolean {
  return date.end <= amount.start
    ? !/\bthat\b/u.test(quote.slice(date.end, amount.start))
    : !/,.*\b(?:that|which|who)\b/su.test(quote.slice(amount.end, date.start));
}

/** The words close to an amount and the dates of its sentence. */
function aboutOf({ passage, amount }: Figure): { words: ReadonlySet<string>; when: string } {
  const all = words(passage.quote).filter(({ folded }) => !STOP_WORDS.has(folded) && !/\d/u.test(folded));
  const before = all.filter(({ end }) => end <= amount.start).slice(-NEAR);
  const after = all.filter(({ start }) => start >= amount.end).slice(0, NEAR);
  const dates = datesIn(passage.quote, passage.document.article.publishedAt).filter(
    (date) => !SAID.test(date.text) && isOf(passage.quote, date, amount),
  );
  return {
    words: new Set([...before, ...after].map(({ folded }) => term(folded))),
    when: dates.map(({ key, text }) => key ?? fold(text)).join(' '),
  };
}
