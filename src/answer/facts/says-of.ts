import type { Document, Sentence } from '../../article/article.ts';
import { quoteOf } from '../../article/document.ts';
import { mentions } from '../../search/index/mentioning.ts';
import { leans } from '../leaning.ts';
import { sentencesAbout } from './topic.ts';

/**
 * The sentences of an article about something followed, in order. For a topic: those whose sentence, paragraph or headline contains its
 * words. For a company: those that name it, or that refer to an earlier sentence that does ("It also …").
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
