import { expect, test } from 'vitest';
import { readSettings, SettingsError } from '../src/settings.ts';

test('an empty setting has its default, so that .env.example can be copied unchanged', () => {
  expect(readSettings({ DISCORD_TOKEN: '', ARTICLES_DIR: '', FOUND_CONFIDENCE: '' })).toEqual(
    readSettings({}),
  );
});

test('all mistakes are reported together by name, without the token', () => {
  const wrong = {
    DISCORD_TOKEN: 'secret',
    DISCORD_GUILD_ID: 'my server',
    FOUND_CONFIDENCE: '7',
    LOG_LEVEL: 'loud',
  };
  expect(() => readSettings(wrong)).toThrow(SettingsError);
  for (const name of Object.keys(wrong))
    expect(() => readSettings(wrong)).toThrow(new RegExp(`^ {2}${name}: .+`, 'mu'));
  expect(() => readSettings(wrong)).not.toThrow(/secret/u);
});

test('the threshold for unsure is not above the one for found', () => {
  expect(() => readSettings({ FOUND_CONFIDENCE: '0.3', UNSURE_CONFIDENCE: '0.6' })).toThrow(
    /UNSURE_CONFIDENCE/u,
  );
});

test('invalid settings end the program with code 78, after which a container does not restart it', () => {
  expect(new SettingsError('wrong').exitCode).toBe(78);
});
