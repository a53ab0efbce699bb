import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TEXT_MAX } from '../../src/article/fields.ts';
import { fakeDiscord } from '../../tests/discord/fake-discord.ts';
import { startPostgres } from '../../tests/store/real-postgres.ts';
import { startProcess } from './bot-process.ts';
import { addBeside, articlesIn } from './while-adding.ts';

/** Sentences that texts of the greatest length are made of; the number makes them differ. */
const KINDS: Readonly<Record<string, (n: number) => string>> = {
  English: (n) => `The council of Harwick voted on Tuesday to reopen pool ${n}, after four hours. `,
  Chinese: (n) => `市议会周二投票决定重新开放第${n}号旧游泳池，经过四个小时的辩论。`,
  'English in short paragraphs': (n) => `It rained in Bergen ${n} times.\n\n`,
  'one sentence': (n) => `word${n.toString(36)} `,
};

/**
 * Adds a text of the greatest length of each kind beside a bot that shares the PostgreSQL archive, waits until it is in the bot's index,
 * and prints for how long the bot's event loop was blocked at most.
 */
export async function addLong(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-long-'));
  const postgres = await startPostgres();
  const settings = { DATABASE_URL: await postgres.schema(), READER: 'off' };
  const discord = await fakeDiscord();
  const bot = await startProcess(discord, settings);
  const add = async (name: string, text: string): Promise<void> => {
    const wanted = (await articlesIn(discord)) + 1;
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, `${name}\n\n${text}`);
    await addBeside(file, discord.guilds[0]?.id ?? '', settings);
    while ((await articlesIn(discord)) < wanted) await sleep(100);
  };
  try {
    // The first article loads what is loaded on first use.
    await add('short', 'It snowed in Bergen.');
    for (const [kind, sentence] of Object.entries(KINDS)) {
      const text = textOf(sentence);
      await bot.usage();
      await add(kind, text);
      const { blocked } = await bot.usage();
      say(
        `${kind}, ${text.length} characters: the event loop was blocked for at most ${blocked.toFixed(0)} ms`,
      );
    }
  } finally {
    await bot.stop();
    await discord.close();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

function textOf(sentence: (n: number) => string): string {
  let text = '';
  for (let n = 1; text.length < TEXT_MAX; n += 1) text += sentence(n);
  // Leaves room for the headline.
  return text.slice(0, TEXT_MAX - 100).trimEnd();
}
