import { quoteOf } from '../article/document.ts';
import type { Document, Sentence } from '../article/article.ts';

/**
 * Sentences that are a picture's caption or credit. Each pattern fits a whole sentence that begins or ends like one, so that
 * a sentence about photographs stays the article's.
 */
const CAPTIONS: readonly RegExp[] = [
  /^\(?(?:(?:file|handout|stock|archive) )?(?:photo|photograph|image|picture|illustration|graphic|map|chart|video|credit|caption|pictured)s?(?: (?:above|below|left|right))?(?: by [\p{L}\p{M} .'’-]{1,60})?\s*[:|/©–—]/iu,
  /^(?:pictured|shown|seen) (?:above|below|left|right|here)\b/iu,
  /\((?:photo|photograph|image|picture|credit|courtesy|via|reuters|ap|afp|getty)\b[^()]{0,80}\)\.?$/iu,
  /(?:\/|\b)(?:getty images|afp|ap photo|associated press photo|shutterstock|file photo)\)?\.?$/iu,
];
const LONGEST_CAPTION = 400;

/** A question outside of quotation marks. */
const isQuestion = (text: string): boolean => text.endsWith('?') && !/^["“‘«]/u.test(text);

/** Whether the reader can read an article: it knows English only. An article that does not say its language counts as English. */
export const isEnglish = ({ article: { language } }: Document): boolean =>
  language === undefined || /^en(?:-|$)/iu.test(language);

/**
 * The sentences of an article that may answer a question, in their order: none of headings, captions, or quizzes (two
 * or more questions in a row). Judged sentence by sentence, so that paragraph borders play no part; that is also why a
 * question is read even where it stands alone like a heading.
 */
export function readableSentences(document: Document): Sentence[] {
  const prose = document.sentences.filter((sentence) => {
    const text = quoteOf(document, sentence);
    const isHeading = document.paragraphs[sentence.paragraph]?.kind === 'heading';
    return (!isHeading || isQuestion(text)) && !isCaption(text);
  });
  const asks = prose.map((sentence) => isQuestion(quoteOf(document, sentence)));
  return prose.filter((_, place) => !(asks[place] && (asks[place - 1] || asks[place + 1])));
}

const isCaption = (text: string): boolean =>
  text.length <= LONGEST_CAPTION && CAPTIONS.some((pattern) => pattern.test(text));
