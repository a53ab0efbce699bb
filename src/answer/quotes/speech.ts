import type { Document } from '../../article/article.ts';
import { remembered } from '../../article/remembered.ts';
import { quotedIn, type Quoted } from '../../article/quotations.ts';
import type { Attribution } from './speakers/antecedent.ts';
import { attributionsIn } from './speakers/attribution.ts';
import { mentionsIn } from './speakers/same-speaker.ts';
import type { Speaker } from './speakers/phrase.ts';
import type { Source } from './passages.ts';

/** The quotations of an article, their speakers, and the people the article names. */
export type Speech = Readonly<{
  quoted: readonly Quoted[];
  /** The speaker of each quotation; undefined where the article names none. */
  attributions: readonly (Attribution | undefined)[];
  mentions: readonly Speaker[];
  /** The index of the quotation at an offset of the text; -1 outside quotation marks. */
  quotationAt(offset: number): number;
}>;

const known = remembered<Speech>(300);

/** The speech of an article, computed once. */
export function speechOf(document: Document): Speech {
  const before = known.of(document);
  if (before) return before;
  const { text } = document.article;
  const paragraphs = document.paragraphs.filter(({ kind }) => kind !== 'furniture');
  const quoted = quotedIn(text, paragraphs);
  const speech: Speech = {
    quoted,
    attributions: attributionsIn({ text, paragraphs, sentences: document.sentences }, quoted),
    mentions: mentionsIn(text, paragraphs),
    quotationAt(offset) {
      let [low, high] = [0, quoted.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const each = quoted[middle];
        if (!each) break;
        if (offset < each.inner.start) high = middle - 1;
        else if (offset >= each.inner.end) low = middle + 1;
        else return middle;
      }
      return -1;
    },
  };
  known.keep(document, speech);
  return speech;
}

/** The speaker of a source's words, if named; undefined for the reporter's own words. */
export function attributionOf({ document, start, end }: Source): Attribution | undefined {
  const { quoted, attributions } = speechOf(document);
  const index = quoted.findIndex(({ inner }) => inner.start <= start && end <= inner.end);
  return index === -1 ? undefined : attributions[index];
}
