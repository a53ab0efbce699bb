import { describe, expect, test } from 'vitest';
import { startBot } from './bot.ts';
import { eventually, PATIENCE } from './patience.ts';
import { botForEach, change, count, EDIT, FIRST, says, shown } from './response-bot.ts';

const at = botForEach();

describe('F1 rate limits', () => {
  test.each(['user', 'global', 'shared'] as const)(
    'a %s limit on an edit is waited for; nothing is lost',
    async (scope) => {
      const exchange = await at.discord.slash('slow');
      at.discord.faults.plan('PATCH', EDIT, { retryAfter: 0.1, scope });
      at.goOn.resolve();
      await eventually(() => exchange.text() === 'Done');
      expect(exchange.text()).not.toMatch(/late/u);
    },
  );

  test('a longer wait is told', async () => {
    const exchange = await at.discord.slash('slow');
    at.discord.faults.plan('PATCH', EDIT, { retryAfter: 3 });
    at.goOn.resolve();
    await eventually(() => exchange.text() !== 'Begun');
    expect(exchange.text()).toMatch(/^Done\n-# This came 3 seconds late because Discord asked to wait/u);
  });
});

describe('F2, F3 faults of Discord and the network', () => {
  test.each([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['504', { status: 504 }],
    ['a reset', { reset: true }],
  ] as const)('%s: a lost first response is sent exactly once more', async (_what, fault) => {
    at.discord.faults.plan('POST', FIRST, fault, 2);
    const { record } = at.discord.send(at.discord.slashPayload('change'));
    const failed = () => at.bot.lines.filter((line) => line.includes('an answer could not be sent')).length;
    await eventually(() => failed() === 2);
    expect(at.discord.requests.filter(({ path }) => path.includes(record.id))).toHaveLength(2);
    at.discord.faults.plan('POST', FIRST, fault);
    expect((await at.discord.slash('change')).text()).toBe('Before');
  });

  test('F3 a request without an answer times out, and the next one uses a new connection', async () => {
    await at.bot.stop();
    at.bot = await startBot(at.discord, { commands: [change], rest: { firstTimeout: 500 } });
    await eventually(() => at.discord.gateway.counts.identifies === 2 && at.discord.gateway.connected());
    at.discord.faults.plan('POST', FIRST, { hang: true });
    at.discord.send(at.discord.slashPayload('change'));
    await eventually(() => at.bot.lines.some((line) => line.includes('an answer could not be sent')));
    expect((await at.discord.slash('change')).text()).toBe('Before');
  });

  test.each([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['a reset', { reset: true }],
    ['a lost answer', { lost: true }],
  ] as const)('%s: an edit is tried three times', async (_what, fault) => {
    const exchange = await at.discord.slash('slow');
    at.discord.faults.plan('PATCH', EDIT, fault, 2);
    at.goOn.resolve();
    await shown(exchange, 'Done');
    await eventually(() => count(at.discord, 'PATCH', EDIT) === 3);
    expect(exchange.followUps()).toEqual([]);
  });

  test('a lost answer to a first response does not end the work', async () => {
    at.discord.faults.plan('POST', FIRST, { lost: true });
    const exchange = at.discord.send(at.discord.slashPayload('slow'));
    at.goOn.resolve();
    await shown(exchange, 'Done');
    expect(exchange.followUps()).toEqual([]);
  });

  test('a first response that did not arrive begins no work', async () => {
    at.discord.faults.plan('POST', FIRST, { reset: true });
    at.discord.send(at.discord.slashPayload('slow'));
    await eventually(() => at.bot.lines.some((line) => line.includes('an answer could not be sent')));
    expect(count(at.discord, 'PATCH', EDIT)).toBe(0);
  });

  test('a lost answer to a message does not make a second one', async () => {
    at.discord.faults.plan('POST', /^\/channels\/\d+\/messages$/u, { lost: true });
    const asked = at.discord.message('hello', { mention: true });
    await at.discord.reply(asked);
    await eventually(() => count(at.discord, 'POST', /^\/channels\/\d+\/messages$/u) === 2);
    const replies = [...at.discord.world.messages.values()].filter(
      ({ message_reference }) => message_reference?.message_id === asked.id,
    );
    expect(replies).toHaveLength(1);
  });
});

test('an answer that is too late is logged, and its work does not begin', async () => {
  at.discord.world.responseWindow = -1;
  at.discord.send(at.discord.slashPayload('slow'));
  await eventually(() => at.bot.lines.some((line) => line.includes('an answer came too late')));
  at.discord.world.responseWindow = PATIENCE;
  expect(count(at.discord, 'PATCH', EDIT)).toBe(0);
});

test('when Discord refuses too many requests, only commands are answered', async () => {
  await at.bot.stop();
  at.bot = await startBot(at.discord, { commands: [change], rest: { strainAt: 1 } });
  await at.discord.gateway.ready();
  await eventually(() => at.bot.lines.some((line) => line.includes('"outcome"')));
  at.discord.faults.plan('POST', FIRST, { retryAfter: 60 });
  at.discord.send(at.discord.slashPayload('change'));
  await eventually(() => at.bot.lines.some((line) => line.includes('Discord refuses too much')));
  const before = at.discord.requests.length;
  await expect(at.bot.outlet.send('1', says('News'))).rejects.toThrow('Discord refuses too much');
  expect(at.discord.requests).toHaveLength(before);
  expect((await at.discord.slash('change')).text()).toBe('Before');
});
