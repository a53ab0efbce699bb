import { AskerError } from '../error-reply.ts';
import type { File, Quote, Reply, Said } from '../reply.ts';
import { say } from '../say.ts';
import { ENGLISH, type Language } from '../../words/spoken.ts';
import { CARD_FORMATS, drawCard, type CardFormat } from './card.ts';
import { note } from '../blocks.ts';

/** A quote's cards in every shape that fits. `png` renders an SVG. Throws {@link AskerError} with the reason when none fits. */
export async function cardReply(
  quote: Quote,
  png: (svg: string) => Promise<Uint8Array>,
  hide: boolean,
  language: Language = ENGLISH,
): Promise<Reply> {
  const files: File[] = [];
  const refusals: Said[] = [];
  for (const format of Object.keys(CARD_FORMATS) as CardFormat[]) {
    const card = drawCard(quote, format, language);
    if ('refusal' in card) refusals.push(card.refusal);
    else files.push({ name: `${format}.png`, data: await png(card.svg), alt: quote.text });
  }
  const [reason] = refusals;
  if (files.length === 0) throw new AskerError(reason ?? say('card.foot'));
  const { articleId, revision, from, to } = quote;
  const notes = [...refusals, say('card.literal', { receipt: quote.receipt })];
  return {
    tone: 'info',
    private: hide,
    blocks: notes.map((words) => note(words)),
    files,
    made: { kind: 'card', articleId, revision, from, to },
  };
}
