import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guildKeeper, type IsMember } from '../../src/newsroom/guilds.ts';
import type { Store } from '../../src/store/archive.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';

const DAY = 86_400_000;
const APP = '300000000000000001';

let place: Place;
let store: Store;
let date = new Date('2026-03-02T10:00:00Z');
let elapsed = 0;
let lines: string[] = [];

beforeEach(async () => {
  [date, elapsed, lines] = [new Date('2026-03-02T10:00:00Z'), 0, []];
  place = await sqlitePlace();
  store = await place.open({ now: () => date });
  await store.guild('1').add([{ draft: draft() }], EDITOR);
});
afterEach(() => place.remove());

const say = (_fields: unknown, message: string): void => void lines.push(message);
const keeper = () =>
  guildKeeper({
    memberships: store.memberships,
    open: async () => undefined,
    elapsed: () => elapsed,
    log: { debug: say, info: say, warn: say, error: say },
  });
const isThere = async (): Promise<boolean> =>
  (await store.guild('1').articles()).articles.length + (await store.housekeeping.guilds()).length > 0;
const gone: IsMember = async () => false;

/** Lets this many hours pass, with a retention check each. */
async function hours(count: number, guilds: ReturnType<typeof keeper>, isMember: IsMember): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    elapsed += DAY / 24;
    await guilds.purge(isMember);
  }
}

describe('F21 a server that the bot was removed from', () => {
  test('is kept for thirty days of uptime, then removed once Discord confirms it', async () => {
    const guilds = keeper();
    await guilds.present(['1'], APP);
    await guilds.left('1');
    await hours(30 * 24 - 1, guilds, gone);
    expect(await isThere()).toBe(true);
    await hours(1, guilds, gone);
    expect(await isThere()).toBe(false);
    expect(lines).toContain('purged a server that the bot left long ago');
  });

  test('stays while Discord gives no answer, and if the bot is still a member', async () => {
    const guilds = keeper();
    await guilds.present(['1'], APP);
    await guilds.present([], APP);
    await hours(32 * 24, guilds, () => Promise.reject(new Error('503')));
    expect(await isThere()).toBe(true);
    await hours(1, guilds, async () => true);
    await hours(31 * 24, guilds, gone);
    expect(await isThere()).toBe(true);
    expect(lines).toContain('the bot is in a server that it seemed to have left: keeping its articles');
  });

  test('F6 is not affected by clock jumps or by time between restarts', async () => {
    await keeper().present(['1'], APP);
    for (const jump of ['2096-01-01T00:00:00Z', '1996-01-01T00:00:00Z', '2026-03-03T10:00:00Z']) {
      date = new Date(jump);
      const guilds = keeper();
      await guilds.present([], APP);
      await hours(24, guilds, gone);
      elapsed += 400 * DAY;
    }
    expect(await isThere()).toBe(true);
  });

  test('is not affected by another bot on the same store', async () => {
    await keeper().present(['1'], APP);
    const other = keeper();
    await other.present([], '300000000000000002');
    await hours(60 * 24, other, gone);
    expect(await isThere()).toBe(true);
  });

  test('belongs to the bot even if its first article came after the start', async () => {
    const guilds = keeper();
    await guilds.present(['1', '2'], APP);
    await store.guild('2').add([{ draft: draft() }], EDITOR);
    await hours(1, guilds, gone);
    await keeper().present(['1'], APP);
    expect(await store.housekeeping.guilds()).toMatchObject([
      { guildId: '1' },
      { guildId: '2', leftAt: date.toISOString() },
    ]);
  });

  test('is not checked before the bot is connected', async () => {
    const guilds = keeper();
    await hours(40 * 24, guilds, () => Promise.reject(new Error('asked')));
    expect([await isThere(), lines]).toEqual([true, []]);
  });
});
