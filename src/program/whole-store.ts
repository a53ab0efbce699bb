import * as verbs from '../terminal/store-verbs.ts';
import type { Verb } from '../terminal/verbs.ts';
import { storeKeeper } from '../newsroom/offline.ts';
import { readSettings } from '../settings.ts';
import { storeOptionsOf } from './place.ts';
import { terminal } from './terminal.ts';

const over =
  (run: typeof verbs.backupInTerminal): Verb['run'] =>
  (argv) =>
    run(argv, storeKeeper(storeOptionsOf(readSettings(process.env))), terminal);

export const backup: Verb = {
  usage: verbs.BACKUP_USAGE,
  does: 'Writes the archive of all servers to one file, also while the bot runs.',
  run: over(verbs.backupInTerminal),
};

export const restore: Verb = {
  usage: verbs.RESTORE_USAGE,
  does: 'Replaces the archive by a backup; what was retracted since stays retracted.',
  run: over(verbs.restoreInTerminal),
};

export const verify: Verb = {
  usage: verbs.VERIFY_USAGE,
  does: 'Checks every stored text, table and index, and names what is damaged.',
  run: over(verbs.verifyInTerminal),
};
