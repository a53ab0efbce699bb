import { z } from 'zod';
import { EngineError } from './engine-error.ts';

/** A part that could not be searched makes the whole no answer. */
export const shards = z.object({ failed: z.literal(0) });
/** Of `timed_out`. */
export const whole = z.literal(false);

/** An answer that does not have the form of a whole one is none: a shard failed, or the time was over. */
export async function wholeAnswer<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EngineError && error.cause instanceof z.ZodError)
      throw new EngineError('slow', error.cause);
    throw error;
  }
}
