import type { Document } from '../../../src/article/article.ts';
import { quoteOf } from '../../../src/article/document.ts';
import { quotedIn, type Quoted } from '../../../src/article/quotations.ts';
import { FRAMES } from './frames.ts';
import { toldOf, type readSpeakers, type ToldSpeaker } from './speakers.ts';

/** A printed quotation with what is known about it. */
export type FrameCase = Readonly<{
  frame: string;
  text: string;
  /** Quotation and speaker, the same in every frame. */
  about: string;
  /** `none`: the article names nobody, and a speaker was invented. */
  speaker: 'right' | 'wrong' | 'none';
  kind: 'verbatim' | 'over the marks' | 'prose as speech';
}>;

const SOMEBODY = 'Alva Brandt';
/** Number of the reporter's words moved inside the marks. */
const OVER_WORDS = 4;

/** Every quotation of the articles in every frame, with right and wrong speakers, then text that nobody said. */
export function frameCases(
  documents: readonly Document[],
  known: Awaited<ReturnType<typeof readSpeakers>>,
): FrameCase[] {
  return documents.flatMap((document) => {
    const { text } = document.article;
    const paragraphs = document.paragraphs.filter(({ kind }) => kind !== 'furniture');
    const quoted = quotedIn(text, paragraphs);
    return quoted
      .flatMap((quotation) => {
        const quote = text.slice(quotation.inner.start, quotation.inner.end).trim();
        const told = toldOf(document, quotation, quote, known);
        return [...verbatim(quote, told), ...overTheMarks(document, quotation, quoted, told)];
      })
      .concat(proseAsSpeech(document, quoted));
  });
}

function verbatim(quote: string, told: ToldSpeaker | undefined): FrameCase[] {
  const speakers = told
    ? [
        ...told.right.map((who) => ({ who, speaker: 'right' as const })),
        ...told.wrong.map((who) => ({ who, speaker: 'wrong' as const })),
      ]
    : [{ who: SOMEBODY, speaker: 'none' as const }];
  return FRAMES.flatMap((frame) =>
    speakers.flatMap(({ who, speaker }) => {
      const text = frame.write(quote, who);
      return text === undefined
        ? []
        : [{ frame: frame.name, text, speaker, about: `${who} ${quote}`, kind: 'verbatim' as const }];
    }),
  );
}

/** The quotation with the reporter's words before or after it inside the marks. */
function overTheMarks(
  { article: { text }, paragraphs }: Document,
  { start, end, inner }: Quoted,
  quoted: readonly Quoted[],
  told: ToldSpeaker | undefined,
): FrameCase[] {
  const paragraph = paragraphs.find((each) => each.start <= start && start < each.end);
  if (!paragraph || end > paragraph.end) return [];
  const before = quoted.findLast((each) => each.end <= start)?.end ?? 0;
  const next = quoted.find((each) => each.start >= end)?.start ?? text.length;
  const quote = text.slice(inner.start, inner.end).trim();
  const words = (slice: string): string[] => slice.match(/\S+/gu) ?? [];
  const lead = words(text.slice(Math.max(paragraph.start, before), start))
    .slice(-OVER_WORDS)
    .join(' ');
  const tail = words(text.slice(end, Math.min(paragraph.end, next)))
    .slice(0, OVER_WORDS)
    .join(' ');
  const who = told?.right[0] ?? SOMEBODY;
  return [
    ...(/\p{L}{3}/u.test(tail) ? [`${who} said: “${quote} ${tail}”`] : []),
    ...(/\p{L}{3}/u.test(lead) ? [`“${lead} ${quote}” ${who} said.`] : []),
  ].map((each) => ({
    frame: 'over the marks',
    text: each,
    about: each,
    speaker: 'none',
    kind: 'over the marks',
  }));
}

/** Sentences without marks, printed as if someone had said them. */
function proseAsSpeech(document: Document, quoted: readonly Quoted[]): FrameCase[] {
  return document.sentences
    .filter(({ start, end }) => !quoted.some((each) => each.start < end && each.end > start))
    .map((sentence) => ({
      frame: 'prose as speech',
      text: `${SOMEBODY} said: “${quoteOf(document, sentence)}”`,
      about: quoteOf(document, sentence),
      speaker: 'none',
      kind: 'prose as speech',
    }));
}
