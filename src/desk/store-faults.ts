import type { StoreFault } from '../store/db/db.ts';

/** What a store's fault means for whoever asks, without the end of the sentence; the log has the place and the cause. */
export const STORE_FAULTS: Readonly<Partial<Record<StoreFault, string>>> = {
  unreachable:
    'The archive does not answer at the moment and is tried again by itself: ask again in a few seconds',
  locked: 'The archive is in use at the moment: try again',
  full: 'The archive cannot grow because its disk is full: whoever runs Pullquote must make room, questions are still answered',
  damaged:
    'The archive is damaged here: whoever runs Pullquote can mend it with “pullquote restore FILE” and the last backup',
  readonly: 'The archive can only be read at the moment: whoever runs Pullquote must let it write',
};
