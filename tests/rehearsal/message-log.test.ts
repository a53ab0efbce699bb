import { expect, test } from 'vitest';
import { openMessageLog } from '../../src/rehearsal/message-log.ts';
import type { PageChange } from '../../src/rehearsal/view.ts';

const logAt = (time: number) => openMessageLog(() => new Date(time));
const told = (changes: readonly PageChange[]): string[] =>
  changes.map((change) => {
    if (change.do === 'remove') return `remove ${change.id}`;
    return change.do === 'ask' ? 'ask' : `${change.do} ${change.message.content ?? ''}`;
  });

test('a watcher gets what its person sees, and nothing after it stops', () => {
  const log = logAt(0);
  const [member, editor, second]: PageChange[][] = [[], [], []];
  const stop = log.watch('first', 'member', 0, (change) => member?.push(change));
  log.watch('first', 'editor', 0, (change) => editor?.push(change));
  log.watch('second', 'member', 0, (change) => second?.push(change));
  const { id } = log.add('first', { author: 'member', content: 'for all' });
  log.add('first', { author: 'bot', content: 'for Mia', onlyFor: 'member' });
  log.change(id, {});
  log.remove(id);
  stop();
  log.add('first', { author: 'member', content: 'later' });
  expect(told(member ?? [])).toEqual(['show for all', 'show for Mia', 'replace for all', `remove ${id}`]);
  expect(told(editor ?? [])).toEqual(['show for all', 'replace for all', `remove ${id}`, 'show later']);
  expect(second).toEqual([]);
});

test('a new watcher gets exactly the changes since its last look', () => {
  const log = logAt(0);
  const seen = log.add('first', { author: 'member', content: 'seen' });
  const gone = log.add('first', { author: 'member', content: 'gone' });
  const since = log.lastChange();
  log.remove(gone.id);
  log.add('first', { author: 'member', content: 'missed' });
  log.add('first', { author: 'member', content: 'for Edda', onlyFor: 'editor' });
  const changes: PageChange[] = [];
  log.watch('first', 'member', since, (change) => changes.push(change));
  expect(told(changes)).toEqual(['show missed', `remove ${gone.id}`]);
  expect(seen.change).toBeLessThanOrEqual(since);
});

test('a picture that was drawn anew has another address, so that no browser shows the old one', () => {
  const log = logAt(0);
  const file = (text: string) => ({ name: 'card.png', data: new TextEncoder().encode(text) });
  const { id, attachments: before } = log.add('first', { author: 'bot', files: [file('old')] });
  const after = log.change(id, { files: [file('new')] })?.attachments;
  expect(after?.[0]?.url).not.toBe(before[0]?.url);
  expect(new TextDecoder().decode(log.file(id, 0)?.data)).toBe('new');
});

test('change numbers keep growing across restarts', () => {
  const before = logAt(1_800_000_000_000);
  for (let n = 0; n < 50; n += 1) before.add('first', { author: 'member', content: 'x' });
  const after = logAt(1_800_000_001_000).add('first', { author: 'member', content: 'y' });
  expect(after.change).toBeGreaterThan(before.lastChange());
});
