import { expect, test } from 'vitest';
import { payloadOf } from '../../src/discord/payload.ts';
import { textsOf } from '../discord/invariants.ts';
import { replyTo, tunnel } from '../reply/rebuilt.ts';
import { deskOver } from '../support/desk.ts';

const QUOTATIONS = '“It took nine years to build” and “It cost 340 million euros”';

test.each([
  ['timeline', {}, '### Timeline\n**3 March 2026**'],
  ['figures', {}, '### Figures\nSums in EUR: **340 million euros**'],
  ['check', { text: QUOTATIONS }, '### 2 quotations checked: 2 EXACT\n1 · EXACT'],
])('/%s names the article of all quotes once, above the first heading', async (name, raw, withoutIt) => {
  const later = {
    ...tunnel,
    text: `${tunnel.text} It closed on 5 April 2026. Repairs cost 2 million dollars.`,
  };
  const reply = await replyTo(await deskOver([later]), name, raw);
  const text = textsOf(payloadOf(reply).message).join('\n');
  const [title = '', source, ...rest] = text.split('\n');
  expect(source).toBe('-# Tunnel opens');
  expect([title, ...rest].join('\n')).toContain(withoutIt);
  expect(rest.join('\n')).not.toContain('Tunnel opens');
});
