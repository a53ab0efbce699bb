import { visible } from '../../src/article/visible.ts';
import { blockQuotes, parseMarkdown, plainText } from './discord-markdown.ts';
import { flatten } from './fake-rules.ts';
import { asText, type Json } from './json.ts';

/** I1: a message body must say that it pings nobody; an edit without that would ping by default. */
export function checkSilent(body: Json): string[] {
  const mentions = body['allowed_mentions'] as Json | undefined;
  const parse = mentions?.['parse'];
  const silent = Array.isArray(parse) && parse.length === 0 && !mentions?.['users'] && !mentions?.['roles'];
  return silent ? [] : [`I1: allowed_mentions is ${JSON.stringify(mentions)}`];
}

/** I2: every block quote is one plain text node and occurs in a stored text. */
export function checkQuotes(body: Json, sources: readonly string[]): string[] {
  const shown = sources.map(oneLine);
  return quotesOf(body).flatMap((quote) => {
    if (quote === undefined) return ['I2: a quote renders as more than plain text'];
    return shown.some((source) => source.includes(oneLine(quote))) ? [] : [`I2: “${quote}” is in no article`];
  });
}

/** The text of each block quote in a message; undefined for one that is not plain text. */
export function quotesOf(body: Json): (string | undefined)[] {
  return textsOf(body).flatMap((text) => blockQuotes(parseMarkdown(text)).map(plainText));
}

/** Every text display of a message, or its content. */
export function textsOf(body: Json): string[] {
  const components = ((body['components'] ?? []) as Json[]).flatMap(flatten);
  const texts = components.filter(({ type }) => type === 10).map(({ content }) => asText(content));
  return body['content'] ? [asText(body['content']), ...texts] : texts;
}

/** I3: a log contains no secret, and no character that could begin a line or control a terminal. */
export function checkLog(log: string, secrets: readonly string[]): string[] {
  const leaks = secrets.filter((secret) => log.includes(secret)).map(() => 'I3: the log holds a token');
  // eslint-disable-next-line no-control-regex -- these are the characters that must not be there
  return /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u.test(log)
    ? [...leaks, 'I3: the log holds a control character']
    : leaks;
}

const oneLine = (text: string) => visible(text).replace(/\s+/g, ' ').trim();
