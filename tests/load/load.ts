/**
 * `npm run load`: asks the bot on a loopback Discord at a steady rate and prints how fast it answers.
 * `-- --rate 100 --seconds 30`; `-- --authors 100000` prints what its memory grows by when so many people write.
 */
import { parseArgs } from 'node:util';
import { fakeDiscord, type FakeDiscord } from '../discord/fake-discord.ts';
import { user } from '../discord/fake-objects.ts';
import { startProcess } from './bot-process.ts';
import { drive, told } from './drive.ts';

const QUESTIONS = [
  'Who invested in SenseTime?',
  'How much did SenseTime raise?',
  'When was SenseTime founded?',
  'How many people work there?',
  'What is the company worth?',
  'What are they planning?',
  'Did Volkswagen recall zebras?',
];
/** Messages sent before the bot is given time to read them. */
const BATCH = 1000;

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '30' },
    authors: { type: 'string' },
  },
});

const discord = await fakeDiscord();
const bot = await startProcess(discord);
try {
  // What is loaded on first use is loaded.
  await drive(discord, { perSecond: 20, seconds: 2, questions: QUESTIONS });
  if (values.authors === undefined) {
    const pressure = {
      perSecond: Number(values.rate),
      seconds: Number(values.seconds),
      questions: QUESTIONS,
    };
    const before = await bot.usage();
    const outcome = await drive(discord, pressure);
    const cpu = ((await bot.usage()).cpu - before.cpu) / outcome.asked;
    process.stdout.write(
      `${values.rate}/s for ${values.seconds} s: ${told(outcome)} · ${cpu.toFixed(1)} ms of processor time each\n`,
    );
  } else process.stdout.write(`${await growth(discord, Number(values.authors))}\n`);
} finally {
  await bot.stop();
  await discord.close();
}

/** Lets many people write once each, and tells what the bot kept of it. */
async function growth(from: FakeDiscord, authors: number): Promise<string> {
  const before = await bot.usage();
  for (let written = 0; written < authors; written += 1) {
    from.message('good morning', { user: user(`Reader ${written}`) });
    if (written % BATCH === BATCH - 1) {
      from.world.messages.clear();
      await from.slash('help', {}, { user: user('Waiting') });
    }
  }
  const grown = ((await bot.usage()).heap - before.heap) / 1e6;
  return `${authors} authors: the heap grew by ${grown.toFixed(2)} MB`;
}
