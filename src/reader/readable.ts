import { quoteOf } from '../article/document.ts';
import type { Document, Sentence } from '../article/article.ts';

/**
 * Captions and credits of pictures. Each pattern matches a whole sentence that begins or ends like one, so that sentences about
 * photographs stay.
 */
const CAPTIONS: readonly RegExp[] = [
  /^\(?(?:(?:file|handout|stock|archive) )?(?:photo|photograph|image|picture|illustration|graphic|map|chart|video|credit|caption|pictured)s?(?: (?:above|below|left|right))?(?: by [\p{L}\p{M} .'’-]{1,60})?\s*[:|/©–—]/iu,
  /^(?:pictured|shown|seen) (?:above|below|left|right|here)\b/iu,
  /\((?:photo|photograph|image|picture|credit|courtesy|via|reuters|ap|afp|getty)\b[^()]{0,80}\)\.?$/iu,
  /\s(?:Image|Photo|Photograph|Picture|Credit)s?: \p{Lu}[^.!?“"]{1,60}\.?$/u,
  /\((?:left|right|cent(?:re|er)|middle|top|bottom|above|below|pictured|(?:from|far|second from) (?:left|right))\)/iu,
  /(?:\/|\b)(?:getty images|afp|ap photo|associated press photo|shutterstock|file photo)\)?\.?$/iu,
];
const LONGEST_CAPTION = 400;

/** A question that is not in quotation marks. */
const isQuestion = (text: string): boolean => text.endsWith('?') && !/^["“‘«]/u.test(text);

/** Words that are about a quarter of English news, and rare in other languages. */
const ENGLISH_WORDS = /\b(?:the|of|and|to|that|was|is|for|with|by|from|his|which|it|were|has|have|said)\b/giu;
const WORDS = /\p{L}+/gu;
/** Part of an article that is examined. Characters. */
const LOOKED_AT = 3000;
/** Shorter texts are judged by their script only. Words. */
const ENOUGH_WORDS = 40;
const LEAST_ENGLISH = 0.06;
const LEAST_LATIN = 0.8;

const judged = new WeakMap<Document, boolean>();

/** Whether the reader can read an article, since it knows only English. If the article does not state its language, its words decide. */
export function isEnglish(document: Document): boolean {
  const { language } = document.article;
  if (language !== undefined) return /^en(?:-|$)/iu.test(language);
  const before = judged.get(document);
  if (before !== undefined) return before;
  const looks = looksEnglish(document.article.text.slice(0, LOOKED_AT));
  judged.set(document, looks);
  return looks;
}

function looksEnglish(text: string): boolean {
  const words = text.match(WORDS) ?? [];
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  if (latin < words.length * LEAST_LATIN) return false;
  return (
    words.length < ENOUGH_WORDS || (text.match(ENGLISH_WORDS)?.length ?? 0) >= words.length * LEAST_ENGLISH
  );
}

/**
 * The sentences of an article that may answer a question, in order, without headings, captions and quizzes (two or more questions in a
 * row). Judged sentence by sentence, so that paragraph borders do not matter; so even a question that stands alone like a heading is
 * read.
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
