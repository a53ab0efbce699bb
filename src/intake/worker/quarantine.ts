import { createHash } from 'node:crypto';
import type { IntakeError } from '../intake-error.ts';

/** Refuses a file that broke two threads immediately when the same bytes come again (F19). */
export type Quarantine = Readonly<{
  add: (bytes: Uint8Array, refusal: IntakeError) => void;
  find: (bytes: Uint8Array) => IntakeError | undefined;
}>;

/** Number of fingerprints to keep, newest first; about 100 bytes each. */
const MAX_KEPT = 1000;

export function quarantine(): Quarantine {
  const refusals = new Map<string, IntakeError>();
  return {
    add: (bytes, refusal) => {
      refusals.set(fingerprint(bytes), refusal);
      const [oldest] = refusals.keys();
      if (refusals.size > MAX_KEPT && oldest !== undefined) refusals.delete(oldest);
    },
    find: (bytes) => (refusals.size > 0 ? refusals.get(fingerprint(bytes)) : undefined),
  };
}

const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
