import { describe, expect, test } from 'vitest';
import { guildMeant, guildToAddTo, guildToAsk } from '../../src/terminal/which-guild.ts';

const GUILD = '100000000000000001';

describe('the server of a question', () => {
  const known = (...guilds: string[]) => guilds.map((guildId) => ({ guildId }));
  const rehearsal = ['900000000000000021', '900000000000000031'];
  test.each([
    ['is the given one', { given: GUILD, set: '2'.repeat(18), known: known('3') }, GUILD],
    [
      'without a given one, is the one in the settings',
      { set: '2'.repeat(18), known: known('3') },
      '2'.repeat(18),
    ],
    ['without a setting, is the only one with an archive', { known: known('3') }, '3'],
    ['without an archive or a token, is the first of the rehearsal page', { known: [] }, rehearsal[0]],
    [
      'is never a rehearsal server if there is a token',
      { known: known(rehearsal[0]!), connects: true },
      undefined,
    ],
    ['is not one that the bot has left', { known: [{ guildId: '3', leftAt: '2026' }, ...known('4')] }, '4'],
    ['is not chosen among two with an archive', { known: known('3', '4') }, undefined],
  ])('%s', (_name, hints, guild) => {
    expect(guildMeant({ rehearsal, connects: false, ...hints })).toBe(guild);
  });

  test('a question without a server is answered from the house articles, unless a server has others', () => {
    expect(guildToAsk({ known: [], rehearsal, connects: true })).toBe(undefined);
    expect(guildToAsk({ known: known('3'), rehearsal, connects: true })).toBe('3');
    expect(
      guildToAsk({ given: '100000000000000009', known: known('3', '4'), rehearsal, connects: true }),
    ).toBe('100000000000000009');
  });

  test('an error lists the servers with an archive when none can be chosen', () => {
    expect(() => guildToAddTo({ known: known('3', '4'), rehearsal, connects: true })).toThrow(
      /^Say which server .* --guild ID or DISCORD_GUILD_ID \(those with an archive: 3, 4\)/u,
    );
    expect(() => guildToAsk({ known: known('3', '4'), rehearsal, connects: true })).toThrow(
      /^Several servers have articles \(3, 4\): .* --guild ID or DISCORD_GUILD_ID/u,
    );
    expect(() => guildMeant({ given: 'x', known: [], rehearsal, connects: true })).toThrow(
      /17 to 20 digits/u,
    );
  });
});
