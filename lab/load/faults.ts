/**
 * `npm run faults -- --cases 10000 --seed 1`: people ask, click and write while REST calls and the gateway fail in every way that the
 * loopback Discord can simulate. Prints the results, and exits with 1 when anything was posted twice, a rejection was unhandled, or
 * something without a fault got no answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { commandOptions } from '../options.ts';
import { seededRandom } from '../evaluate/random.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { startBot } from '../../tests/discord/bot.ts';
import { fakeDiscord, type Exchange, type StoredMessage } from '../../tests/discord/fake-discord.ts';
import type { Fault } from '../../tests/discord/fake-faults.ts';
import { snowflake, user } from '../../tests/discord/fake-objects.ts';
import type { Json } from '../../tests/discord/json.ts';

const { cases, seed } = commandOptions(process.argv.slice(2), { cases: 10_000, seed: 1 });
const random = seededRandom(seed);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

/** Cases running at once. */
const AT_ONCE = 20;
/** The gateway fails once per this many cases. */
const GATEWAY_EVERY = 400;
/** Questions this soon before or after a gateway failure may be lost with the session. Milliseconds. */
const UPHEAVAL = 5000;
/** How long a case waits for the bot's request, which may never come after a gateway failure. Milliseconds. */
const LOST = 10_000;
/** Request timeout in this test. Milliseconds. */
const TIMEOUT = 2000;
/** Wait after the last cases, until their results are final. Milliseconds. */
const SETTLED = 8000;

const REST_FAULTS: readonly (Fault | undefined)[] = [
  undefined,
  undefined,
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 504 },
  { reset: true },
  { lost: true },
  { hang: true },
  { delay: 50 },
  { code: 10062 },
  { code: 10003 },
  { code: 50013 },
];
const CLOSE_CODES = [1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009] as const;

const says = (text: string): Reply => ({
  tone: 'info',
  private: false,
  blocks: [{ type: 'text', words: [text] }],
});
const slow = defineCommand({
  data: { name: 'slow', description: 'Works on after its first answer' },
  input: z.object({}),
  run: () => ({ first: says('Begun'), work: async () => says('Done') }),
});

const discord = await fakeDiscord({ responseWindow: LOST });
const escaped: unknown[] = [];
process.on('unhandledRejection', (error) => void escaped.push(error));
const bot = await startBot(discord, {
  commands: [...commands, slow],
  rest: { firstTimeout: TIMEOUT, timeout: TIMEOUT, strainAt: 1e9 },
});
await discord.ready();
const answer = await discord.slash('/ask', { question: 'Who invested in SenseTime?' });
const message = structuredClone(answer.message());

type Case = Readonly<{
  name: string;
  /** Part of the path of the bot's first request for this case. */
  path: string;
  answers(): number;
  fault: Fault | undefined;
  at: number;
}>;

const done: Case[] = [];
/** Times of gateway failures. */
const upheavals: number[] = [];
let next = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < cases) {
      next += 1;
      if (next % GATEWAY_EVERY === 0) disturb();
      const current = next % 5 === 0 ? mention(next) : interaction(next);
      done.push(current);
      await tried(current);
    }
  }),
);
await sleep(SETTLED);
await bot.stop();
discord.expectProblems(/./u);
await discord.close();
process.exit(report() === 0 ? 0 : 1);

/** Waits for the bot's request for a case. Results are checked at the end. */
async function tried({ path }: Case): Promise<void> {
  const until = performance.now() + LOST;
  let from = discord.requests.length;
  const arrived = (): boolean => {
    const fresh = discord.requests.slice(from);
    from = discord.requests.length;
    return fresh.some((request) => request.method === 'POST' && request.path.startsWith(path));
  };
  while (!arrived() && performance.now() < until) await sleep(5);
}

function mention(n: number): Case {
  const at = performance.now();
  const fault = pick(REST_FAULTS);
  const channel = { id: snowflake(), type: 0, name: 'general' };
  discord.guilds[0]?.channels.push(channel);
  if (fault) discord.faults.plan('POST', new RegExp(`^/channels/${channel.id}/messages$`, 'u'), fault);
  const asked = discord.message('Who invested?', {
    mention: true,
    channelId: channel.id,
    user: user(`Reader ${n}`),
  });
  if (random() < 0.1) discord.gateway.dispatch('MESSAGE_CREATE', asked);
  const answers = (): number => repliesTo(asked).length;
  const name = `case ${n}: mention, ${JSON.stringify(fault ?? 'no fault')}`;
  return { name, path: `/channels/${channel.id}/messages`, answers, fault, at };
}

function interaction(n: number): Case {
  const at = performance.now();
  const fault = pick(REST_FAULTS);
  const kind = pick(['ask', 'slow', 'button', 'autocomplete'] as const);
  const exchange = discord.send(payloadOf(kind, { user: user(`Reader ${n}`) }));
  if (fault) planFor(exchange, kind, fault);
  if (random() < 0.1) discord.redeliver(exchange);
  const answers = (): number => (exchange.record.response ? 1 : 0) + exchange.followUps().length;
  const name = `case ${n}: ${kind}, ${JSON.stringify(fault ?? 'no fault')}`;
  return { name, path: `/interactions/${exchange.record.id}/`, answers, fault, at };
}

/** Prints the results of all cases. Returns the number of wrong ones. */
function report(): number {
  const tally = new Map<string, number>();
  const wrong: string[] = [];
  for (const { name, answers, fault, at } of done) {
    const count = answers();
    const [kind = ''] = name.split(': ')[1]?.split(',') ?? [];
    const line = `${kind.padEnd(14)}${JSON.stringify(fault ?? 'no fault').padEnd(16)} ${count} answers`;
    tally.set(line, (tally.get(line) ?? 0) + 1);
    const calm = !upheavals.some((time) => Math.abs(time - at) < UPHEAVAL);
    if (count > 1 || (count === 0 && fault === undefined && calm)) wrong.push(`${name}: ${count} answers`);
  }
  for (const [line, times] of [...tally].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(`${String(times).padStart(6)}  ${line}`);
  for (const each of wrong.slice(0, 20)) console.log(`FAILED ${each}`);
  console.log(
    `${done.length} cases, seed ${seed}; the gateway failed ${upheavals.length} times; ${wrong.length} answered twice or, ` +
      `without a fault, not at all; ${escaped.length} rejections escaped.`,
  );
  return wrong.length + escaped.length;
}

function payloadOf(kind: 'ask' | 'slow' | 'button' | 'autocomplete', person: object): Json {
  if (kind === 'ask') return discord.slashPayload('/ask', { question: 'Who invested in SenseTime?' }, person);
  if (kind === 'slow') return discord.slashPayload('slow', {}, person);
  if (kind === 'button') return discord.buttonPayload(message, 'Context', person);
  return discord.typingPayload('valuation', 'company', 'sense', person);
}

/** Makes the first response fail or, if that succeeded, the edit after it. */
function planFor({ record }: Exchange, kind: string, fault: Fault): void {
  if (kind === 'slow' && random() < 0.7) {
    discord.faults.plan('PATCH', new RegExp(`^/webhooks/\\d+/${RegExp.escape(record.token)}/`, 'u'), fault);
  } else discord.faults.plan('POST', new RegExp(`^/interactions/${record.id}/`, 'u'), fault);
}

function disturb(): void {
  upheavals.push(performance.now());
  const how = random();
  if (how < 0.7) discord.gateway.close(pick(CLOSE_CODES));
  else if (how < 0.8) discord.gateway.askToReconnect();
  else discord.gateway.invalidate(how < 0.9);
}

function repliesTo(asked: StoredMessage): StoredMessage[] {
  return [...discord.world.messages.values()].filter(
    ({ message_reference }) => message_reference?.message_id === asked.id,
  );
}
