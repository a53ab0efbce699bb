import type { Document, Sentence } from '../../article/article.ts';
import { quoteOf } from '../../article/document.ts';
import { mentions } from '../../search/index/mentioning.ts';
import { leans } from '../leaning.ts';
import { sentencesAbout } from './topic.ts';

/**
 * What an article says of something that is followed, in its own order: of a topic the sentences whose words, paragraph or
 * headline hold it; of a company those that name it, or that lean on one before them that does ("It also …").
 */
export function sentencesFollowed(
  document: Document,
  { kind, subject }: Readonly<{ kind: 'topic' | 'company'; subject: string }>,
): readonly Sentence[] {
  if (kind === 'topic') return sentencesAbout(document, subject);
  let last: Sentence | undefined;
  return sentencesAbout(document).filter((sentence) => {
    const quote = quoteOf(document, sentence);
    const goesOn = last?.paragraph === sentence.paragraph && last.n === sentence.n - 1 && leans(quote);
    if (!goesOn && !mentions(quote, subject)) return false;
    last = sentence;
    return true;
  });
}
