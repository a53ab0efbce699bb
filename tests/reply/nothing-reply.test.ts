import { expect, test } from 'vitest';
import { nothingReply } from '../../src/reply/nothing-reply.ts';
import { say } from '../../src/reply/say.ts';

test('that there is nothing to list is for the asker alone, with what else can be done', () => {
  const reply = nothingReply(say('busy.later'));
  expect(reply).toMatchObject({ tone: 'nothing', private: true });
  expect(reply.blocks).toHaveLength(2);
});
