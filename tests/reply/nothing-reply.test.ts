import { expect, test } from 'vitest';
import { nothingReply } from '../../src/reply/nothing-reply.ts';
import { say } from '../../src/reply/say.ts';

test('a reply without anything to list is private and names alternatives', () => {
  const reply = nothingReply(say('busy.later'));
  expect(reply).toMatchObject({ tone: 'nothing', private: true });
  expect(reply.blocks).toHaveLength(2);
});
