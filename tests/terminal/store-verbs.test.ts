import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Restoration } from '../../src/store/safety/restore.ts';
import { restoreInTerminal, type StoreKeeper } from '../../src/terminal/store-verbs.ts';

/** A terminal in which someone types `typed` and ends the input. */
function terminal(typed: string | undefined, isTTY = true) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  if (typed === undefined) input.end();
  else input.write(typed);
  return {
    input: Object.assign(input, { isTTY }),
    output: Object.assign(output, { isTTY }),
    errors,
    colour: false,
  };
}

const RESTORATION: Restoration = { articles: 3, revisions: 3, damaged: [], problems: [], retractions: 0 };

/** A store of 12 articles and a backup of 3; `restored` counts restores. */
function keeperOf() {
  const keeper = {
    restored: 0,
    restore: async (_file: string, onFewer: Parameters<StoreKeeper['restore']>[1]) => {
      await onFewer({ archive: 12, backup: 3 });
      keeper.restored += 1;
      return RESTORATION;
    },
    backup: () => Promise.reject(new Error('not asked for')),
    verify: () => Promise.reject(new Error('not asked for')),
  };
  return keeper;
}

describe('a backup with fewer articles than the archive', () => {
  test.each(['y\n', 'YES\n', ' y \n'])('is restored if the answer at the terminal is %j', async (typed) => {
    const [keeper, at] = [keeperOf(), terminal(typed)];
    expect(await restoreInTerminal(['old.sqlite'], keeper, at)).toBe(0);
    expect(keeper.restored).toBe(1);
    at.output.end();
    expect((await at.output.toArray()).join('')).toContain(
      'The archive has 12 articles, and old.sqlite only 3. Replace it all the same? (y/N) ',
    );
  });

  test.each(['\n', 'n\n', 'yesterday\n', undefined])('is not restored if the answer is %j', async (typed) => {
    const keeper = keeperOf();
    await expect(restoreInTerminal(['old.sqlite'], keeper, terminal(typed))).rejects.toThrow(
      'Nothing was changed.',
    );
    expect(keeper.restored).toBe(0);
  });

  test('is not restored without a terminal, unless --yes is given', async () => {
    const keeper = keeperOf();
    await expect(restoreInTerminal(['old.sqlite'], keeper, terminal('y\n', false))).rejects.toThrow(
      /add --yes\.$/u,
    );
    expect(keeper.restored).toBe(0);
    expect(await restoreInTerminal(['old.sqlite', '-y'], keeper, terminal(undefined, false))).toBe(0);
    expect(keeper.restored).toBe(1);
  });
});
