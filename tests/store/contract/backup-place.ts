import * as fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import { restoreStore, type Restoration } from '../../../src/store/safety/restore.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** A store for each test, and the file of its backup. */
export type BackupPlace = {
  place: Place;
  store: Store;
  file: string;
  add: (id: string, text: string) => ReturnType<ReturnType<Store['guild']>['add']>;
  /** Closes the store, restores the backup and opens the store again. */
  restore: () => Promise<Restoration>;
  /** Names of temporary files and of replaced archives in the data folder. */
  left: () => string[];
};

/** Sets a store up before each test of the block, and removes it afterwards. */
export function useBackupPlace(makePlace: MakePlace): BackupPlace {
  const here: Partial<BackupPlace> & Pick<BackupPlace, 'add' | 'restore' | 'left'> = {
    add: (id, text) =>
      ready()
        .store.guild('1')
        .add([{ draft: draft({ id, text }) }], EDITOR),
    async restore() {
      const { place, store, file } = ready();
      await store.close();
      const restoration = await restoreStore(place, file);
      here.store = await place.open();
      return restoration;
    },
    left: () =>
      fs.readdirSync(ready().place.dataDir).filter((name) => /^\.|\.part|replaced-by-restore/u.test(name)),
  };
  const ready = (): BackupPlace => here as BackupPlace;
  beforeEach(async () => {
    here.place = await makePlace();
    here.store = await here.place.open();
    here.file = path.join(here.place.dataDir, 'backup.sqlite');
  });
  afterEach(() => ready().place.remove());
  return ready();
}
