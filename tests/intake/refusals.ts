import { IntakeError } from '../../src/intake/intake-error.ts';

/** The refusal of a promise as `code: message`. Fails the test when there is none, or another error. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof IntakeError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
