import { DiscordAPIError } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loggable } from '../../src/discord/faults.ts';
import { openLog } from '../../src/discord/log.ts';
import { checkLog } from './invariants.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gh1jKl.secret-secret-secret-secret-secret';

let lines: string[] = [];
const log = openLog({ level: 'debug', secrets: [TOKEN], write: (line) => void lines.push(line) });

/** The line that a log writes for these fields and message. */
function written(fields: Record<string, unknown>, message: string): string {
  lines = [];
  log.info(fields, message);
  return lines.join('');
}

test('I3, T26 any text is logged as one line of JSON without control characters', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (value, message) => {
      const line = written({ value }, message);
      expect(checkLog(line.slice(0, -1), ['\n'])).toEqual([]);
      expect(JSON.parse(line)).toMatchObject({ value: value.toWellFormed(), msg: message.toWellFormed() });
    }),
  );
});

test('T20 a token is never logged', () => {
  const address = `https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24.x/messages/@original`;
  const line = written({ deep: { url: address, token: `Bot ${TOKEN}` } }, `at ${address}: ${TOKEN}`);
  expect(line).not.toMatch(/aW50ZXJhY3Rpb24|secret-secret/u);
  expect(line).toContain('/webhooks/123/[token]/messages/@original');
});

test('T20 only harmless fields of a Discord error are logged', () => {
  const error = new DiscordAPIError(
    { code: 10_015, message: 'Unknown Webhook' },
    10_015,
    404,
    'PATCH',
    'https://discord.com/api/webhooks/1/TOKEN/messages/@original',
    { files: undefined, body: { content: 'what was asked' } },
  );
  const fields = { name: 'Discord', code: 10_015, status: 404, method: 'PATCH', message: 'Unknown Webhook' };
  expect(loggable(error)).toEqual(fields);
});

test.each(['\u0085', '\u009b31m', '\u007f', '\u2028', '\u2029', '\u001b[2J', '\r', '\n'])(
  'I3 %j does not control a terminal or begin a line',
  (control) => {
    const line = written({ value: `a${control}b` }, `c${control}d`);
    expect(checkLog(line.slice(0, -1), ['\n', '\u2028', '\u2029'])).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({ value: `a${control}b`, msg: `c${control}d` });
  },
);
