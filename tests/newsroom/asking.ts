import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { runCommand, suggestChoices } from '../../src/desk/dispatch.ts';
import type { Asker, Command } from '../../src/desk/ports.ts';
import { draft } from '../store/stores.ts';
import { someone, type TestNewsroom } from '../support/newsroom.ts';
import { finished, textOf } from '../support/session.ts';

export const commandOf = (name: string): Command =>
  commands.find(({ data }) => data.name === name) as Command;

/** A command's reply to a person. */
export async function say(
  newsroom: TestNewsroom,
  name: string,
  raw: object,
  asker: Asker = someone(),
): Promise<string> {
  const response = await runCommand(commandOf(name), raw, await newsroom.deskFor(asker), asker);
  return textOf(await finished(response));
}

export const FACTORY = draft({
  id: 'factory',
  headline: 'Halden Motors builds a factory',
  text: 'Halden Motors will build a factory in Tromsø for $40 million.\n\nThe plant opens on 3 May 2021, said Ingrid Moe, director of Halden Motors.',
  publishedAt: '2020-11-02',
});
export const TRAMS = draft({
  id: 'trams',
  headline: 'Trams come back',
  text: 'Trams came back to Brno. The city paid 12 million euros for them.',
  publishedAt: '2019-04-01',
});

/** The answers of commands over these two articles, whatever index is searched. */
export function askingContract(open: () => TestNewsroom): void {
  test.each([
    ['ask', { question: 'Where will Halden Motors build a factory?' }, 'factory.r1.s1'],
    ['ask', { question: 'Who paid for the trams?', from: '2019-01-01', to: '2019-12-31' }, 'trams.r1.s2'],
    ['ask', { question: 'What did the city pay?', article: 'trams' }, 'trams.r1.s2'],
    ['quote', { phrase: 'opens on 3 May' }, 'factory.r1.s2'],
    ['figures', { topic: 'factory' }, '40 million'],
    ['timeline', { topic: 'plant' }, '3 May 2021'],
    ['who-is', { name: 'Ingrid Moe' }, 'director of Halden Motors'],
    ['articles', {}, 'Trams come back'],
    ['articles', { from: '2020-01-01' }, 'Halden Motors builds a factory'],
    ['check', { text: '“Trams came back to Brno.”' }, 'trams.r1.s1'],
    ['summary', { article: 'Trams come back' }, 'trams.r1.s1'],
    ['card', { receipt: 'factory.r1.s1' }, 'factory.r1.s1'],
  ])('/%s %o', async (name, raw, expected) => {
    expect(await say(open(), name, raw)).toContain(expected);
  });

  test('an answer says how many articles were searched, and which words the archive lacks', async () => {
    const text = await say(open(), 'ask', { question: 'When did the zeppelin land?' });
    expect(text).toContain('zeppelin');
    expect(text).toContain('2 articles');
  });

  test('names and headlines are offered while they are typed', async () => {
    const offered = async (option: string, typed: string) =>
      (await suggestChoices(commandOf('ask'), option, typed, await open().deskFor(someone()), someone())).map(
        ({ name }) => name,
      );
    expect(await offered('company', 'hald')).toEqual(['Halden Motors']);
    expect(await offered('article', 'tram')).toEqual(['Trams come back']);
  });
}
