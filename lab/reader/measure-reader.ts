import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentOf } from '../../src/article/document.ts';
import type { Reader, Window } from '../../src/reader/reader.ts';
import { openReader } from '../../src/reader/open-reader.ts';
import { vectorText } from '../../src/reader/vector-text.ts';
import { windowsOf } from '../../src/reader/windows.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { print } from './print.ts';
import { itemAt } from '../../src/article/item-at.ts';

/** Nobody waits for the reader here. Milliseconds. */
const LONG = { begin: 600_000, end: 600_000 };

const QUESTIONS = [
  'who put money into it',
  'how much is the company worth now',
  'when did they start and how many people work there',
];
/** Windows read and sentences encoded per measurement. */
const WINDOWS = 60;
const SENTENCES = 120;
/** Windows per question in an archive. */
const AT_ONCE = 12;
/** How long the main thread is observed without load. Milliseconds. */
const IDLE = 3000;

/** Prints the cost of reading on this machine: load, memory, time, and the delay of the main thread meanwhile. */
export async function measureReader(folder: string, threads: number): Promise<void> {
  const { articles } = await readFolder(folder);
  const documents = articles.map(documentOf);
  const windows = repeated(
    documents.flatMap((document) => windowsOf(document)),
    WINDOWS,
  );
  const texts = repeated(
    documents.flatMap((document) => document.sentences.map((sentence) => vectorText(document, sentence))),
    SENTENCES,
  );
  const before = memory();
  const began = performance.now();
  const reader = openReader({
    mode: 'on',
    threads,
    notice: (level, message) => print(level, message),
    patience: { embed: LONG, read: LONG, again: LONG },
  });
  await reader.opened;
  print('threads', threads);
  print('to load the reader, ms', performance.now() - began);
  print('memory for the reader, loaded, MB', memory() - before);

  print('main thread late while nothing is read, ms', await lateness(sleep(IDLE)));
  const late = lateness(measure(reader, windows, texts, () => memory() - before));
  print('main thread late while it is read, ms', await late);
  await reader.close();
}

/** The delay of the main thread's timers during `work`: median, 99th percentile and maximum, in milliseconds. */
async function lateness(work: Promise<unknown>): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work;
  delay.disable();
  const [half, most, worst] = [delay.percentile(50), delay.percentile(99), delay.max];
  return [half, most, worst].map((late) => (late / 1e6 - 1).toFixed(1)).join(' / ');
}

async function measure(
  reader: Reader,
  windows: readonly Window[],
  texts: readonly string[],
  grown: () => number,
): Promise<void> {
  await reader.read(itemAt(QUESTIONS, 0), windows.slice(0, 2));
  const cpu = process.cpuUsage();
  const reading = performance.now();
  for (let from = 0; from < windows.length; from += AT_ONCE) {
    await reader.read(
      itemAt(QUESTIONS, (from / AT_ONCE) % QUESTIONS.length),
      windows.slice(from, from + AT_ONCE),
    );
  }
  const used = process.cpuUsage(cpu);
  print('a window, ms', (performance.now() - reading) / windows.length);
  print('a window, ms of processor time', (used.user + used.system) / 1000 / windows.length);
  print('memory for the reader, after reading, MB', grown());

  await reader.embed(texts.slice(0, 2), 'question');
  const encoding = performance.now();
  await reader.embed(texts, 'question');
  print('a sentence’s vector, ms', (performance.now() - encoding) / texts.length);
  print('memory for reader and encoder, MB', grown());
}

const memory = (): number => process.memoryUsage.rss() / 1e6;

function repeated<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length === 0) throw new RangeError('The folder has no articles.');
  return Array.from({ length: Math.ceil(count / items.length) }, () => items)
    .flat()
    .slice(0, count);
}
