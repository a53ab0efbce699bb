import type { Document } from '../../article/article.ts';
import { passageOf, spanOf, type Passage, type Span } from '../answer.ts';
import { datesIn } from './dates.ts';
import { mainDate } from './main-date.ts';
import { sentencesAbout } from './topic.ts';

/** A dated sentence; its spans are the dates as written. `at` is the date of its main verb, and `key` that date's sort key. */
export type Event = Readonly<{ passage: Passage; key?: number; at?: Span }>;

/** Sentences with dates, sorted by date; those that cannot be placed come last, in text order. */
export function timeline(documents: readonly Document[], topic?: string): Event[] {
  const events = documents.flatMap((document) =>
    sentencesAbout(document, topic).flatMap((sentence): Event[] => {
      const passage = passageOf(document, sentence);
      const dates = datesIn(passage.quote, document.article.publishedAt);
      if (dates.length === 0) return [];
      const spans = dates.map(({ start, end }) => spanOf(passage, start, end));
      const main = mainDate(passage.quote, dates);
      return [
        {
          passage: { ...passage, spans },
          ...(main ? { key: main.key, at: spanOf(passage, main.start, main.end) } : {}),
        },
      ];
    }),
  );
  // Sorting is stable: equal dates stay in text order.
  return events.toSorted((a, b) => (a.key ?? Number.MAX_SAFE_INTEGER) - (b.key ?? Number.MAX_SAFE_INTEGER));
}
