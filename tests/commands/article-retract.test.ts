import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/desk/editor-tools.ts';
import { performOrder } from '../../src/newsroom/order.ts';
import { draft, EDITOR } from '../store/stores.ts';
import { editor, GUILD, someone } from '../support/newsroom.ts';
import { buttonsOf, modalOf, replyOf, textOf } from '../support/session.ts';
import { openedSession } from './article-session.ts';

describe('/article retract and restore', () => {
  test('T27 shows what will be erased with the text, asks for the reason, and removes the article everywhere', async () => {
    const { run, act, submit, suggest, archive } = await openedSession();
    const text = 'Kestrels nest under the bridge.';
    await archive.add([{ draft: { ...draft({ text }), byline: 'A. Writer' } }], EDITOR);
    const ask = async () => textOf(await run('ask', { question: 'Where do kestrels nest?' }, someone()));
    await expect.poll(ask).toContain('council-vote.r1.s1');
    const preview = await run('article', { subcommand: 'retract', article: 'council-vote' }, editor());
    const [file] = replyOf(preview).files ?? [];
    expect(new TextDecoder().decode(file?.data)).toBe('Kestrels nest under the bridge.');
    const form = modalOf(await act(buttonsOf(preview)['Retract …'] ?? '', editor()));
    expect(await ask()).toContain('Kestrels');
    const done = await submit(form, editor(), { reason: 'The source withdrew.' });
    expect(done).toMatchObject({ update: { private: true } });
    expect(await ask()).toContain('Not found in any of them: “kestrels”');
    expect(await suggest('summary', 'article', '', someone())).toEqual([]);
    const shown = textOf(await run('article', { subcommand: 'show', article: 'council-vote' }, editor()));
    expect(shown).toContain('Reason: The source withdrew.');

    const again = modalOf(await run('article', { subcommand: 'restore', article: 'council-vote' }, editor()));
    expect(again.fields.find(({ name }) => name === 'details')?.value).toContain('byline: A. Writer');
    const restored = await submit(again, editor(), { text: 'Kestrels nest under the bridge.' });
    expect(textOf(restored)).toContain('Restored as revision 1');
    await expect.poll(ask).toContain('council-vote.r1.s1');
  });

  test('a text restored from a file keeps byline, publisher and date unless they are removed', async () => {
    const { store, archive } = await openedSession();
    const printed = { byline: 'A. Writer', publisher: 'The Gazette', publishedAt: '2026-03-04' };
    await archive.add([{ draft: { ...draft({ text: 'Kestrels nest.' }), ...printed } }], EDITOR);
    const restore = async (fields: Fields) => {
      await archive.retract('council-vote', 'Withdrawn.', EDITOR.by);
      const order = {
        source: { from: 'text', text: 'Kestrels nest.' },
        fields,
        aim: { do: 'restore', id: 'council-vote' },
      } as const;
      await performOrder(order, EDITOR.by, store.guild(GUILD), async () => ({
        extracted: { id: 'x', headline: 'Kestrels', text: 'Kestrels nest.' },
      }));
      const found = await archive.article('council-vote');
      return found.state === 'live' ? found.stored.article : undefined;
    };
    expect(await restore({})).toMatchObject(printed);
    const without = await restore({ byline: null, publisher: 'The Post' });
    expect(without).toMatchObject({ publisher: 'The Post', publishedAt: '2026-03-04' });
    expect(without).not.toHaveProperty('byline');
  });

  test('a refused retraction or restoration gives the reason', async () => {
    const { run, act, archive, newsroom } = await openedSession();
    await archive.add([{ draft: draft() }], EDITOR);
    await expect.poll(async () => (await newsroom.deskFor(editor())).tools?.stored.size).toBe(1);
    const preview = await run('article', { subcommand: 'retract', article: 'council-vote' }, editor());
    const button = buttonsOf(preview)['Retract …'] ?? '';
    await act(button, editor(), { reason: 'Once.' });
    expect(textOf(await act(button, editor(), { reason: 'Twice.' }))).toContain('no longer here');
    expect(
      textOf(await run('article', { subcommand: 'correct', article: 'council-vote', byline: 'X' }, editor())),
    ).toContain('/article restore article:council-vote brings it back');
    expect(textOf(await run('article', { subcommand: 'retract', article: 'nothing' }, editor()))).toContain(
      'There is no article “nothing” here',
    );
  });
});
