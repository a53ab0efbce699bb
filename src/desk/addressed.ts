import { z } from 'zod';
import { passageOf, type Passage } from '../answer/answer.ts';
import { articleKey, readAddress, type Address } from '../reply/address.ts';
import { AskerError } from '../reply/error-reply.ts';
import type { Desk } from './desk.ts';

/** A button argument that names a sentence. */
export const address = z.string().transform((text, context): Address => {
  const found = readAddress(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'is not a sentence' });
  return z.NEVER;
});

/**
 * The passage a button names, as this asker may read it now. Throws {@link AskerError} with one text for all that is
 * gone, corrected or not theirs to see.
 */
export function passageAt(desk: Desk, { key, revision, n }: Address): Passage {
  const document = desk.index.documents().find(({ article }) => articleKey(article.id) === key);
  const sentence = document?.article.revision === revision ? document.sentences[n - 1] : undefined;
  if (!document || !sentence)
    throw new AskerError('This passage is no longer here: it was corrected or removed. Ask again.');
  return passageOf(document, sentence);
}
