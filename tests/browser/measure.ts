import type { Page } from 'playwright-core';
import { openBrowser, ready } from './chromium.ts';
import { startProgram } from './program.ts';

/** Number of program starts, and repetitions of each question. */
const STARTS = 5;
const ROUNDS = 5;
const QUESTIONS = [
  '/ask question:Who led the round?',
  '/who-invested company:SenseTime',
  '/valuation company:SenseTime',
  '/summary ',
  '/quote phrase:SenseTime',
  '/help ',
];

/** Milliseconds from Enter until the answer has been painted. */
async function answerTime(page: Page, question: string): Promise<number> {
  await page.locator('#message-box').fill(`${question} `);
  await page.evaluate(() => {
    let pressed = 0;
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
    const painted = new Promise<number>((resolve) => {
      const observer = new MutationObserver((changes) => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
        if (!added.some((node) => node instanceof Element && node.matches('.message[id]'))) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
      });
      observer.observe(document.querySelector('.messages') ?? document.body, { childList: true });
    });
    Object.assign(globalThis, { painted });
  });
  await page.keyboard.press('Enter');
  return page.evaluate<number>('painted');
}

const line = (what: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  process.stdout.write(
    `${what.padEnd(48)} median ${median.toFixed(0).padStart(5)} ms   most ${most.toFixed(0).padStart(5)} ms\n`,
  );
};

const browser = await openBrowser();
const [toServing, toReady, toAnswer]: [number[], number[], number[]] = [[], [], []];
for (let start = 0; start < STARTS; start += 1) {
  const begin = performance.now();
  const program = await startProgram();
  toServing.push(performance.now() - begin);
  const page = await browser.newPage();
  const open = performance.now();
  await page.goto(program.url);
  await ready(page);
  toReady.push(performance.now() - open);
  if (start === STARTS - 1) {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const question of QUESTIONS) toAnswer.push(await answerTime(page, question));
  }
  await page.close();
  await program.end();
}
await browser.close();
line('from the start of the program to its address', toServing);
line('from opening the address to a page in use', toReady);
line(
  'both',
  toServing.map((time, index) => time + (toReady[index] ?? 0)),
);
line('from Enter to the answer on the screen', toAnswer);
