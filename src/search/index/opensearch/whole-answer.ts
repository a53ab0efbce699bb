import { z } from 'zod';
import { EngineError } from './engine-error.ts';

/** Rejects responses in which a shard failed. */
export const shards = z.object({ failed: z.literal(0) });
/** The required value of `timed_out`. */
export const whole = z.literal(false);

/** Throws an EngineError when the response is incomplete because a shard failed or time ran out. */
export async function wholeAnswer<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EngineError && error.cause instanceof z.ZodError)
      throw new EngineError('slow', error.cause);
    throw error;
  }
}
