import type { Said } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { StoreFault } from '../store/db/db.ts';

/** What a store fault means for the asker, without the end of the sentence. The log has the place and the cause. */
export const STORE_FAULTS: Readonly<Partial<Record<StoreFault, Said>>> = {
  unreachable: say('error.store-unreachable'),
  locked: say('error.store-locked'),
  full: say('error.store-full'),
  damaged: say('error.store-damaged'),
  readonly: say('error.store-readonly'),
};
