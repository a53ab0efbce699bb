import type { Key } from '../words/catalogue.ts';
import { LANGUAGES } from '../words/language.ts';

const SYNTAX = /[.*+?^${}()|[\]\\/]/gu;
/** Sentences as expressions, by key: one for each language. They are few and never change. */
const made = new Map<Key, readonly RegExp[]>();

/**
 * What a sentence of the catalogue was filled in with, by name, when a line begins with it in any language; undefined when it does
 * not. Reads what the bot itself said before, so that the state of a talk stands in its messages.
 */
export function readSaid(key: Key, line: string): Readonly<Record<string, string>> | undefined {
  const patterns = made.get(key) ?? LANGUAGES.map(({ parts }) => expressionOf(parts(key)));
  made.set(key, patterns);
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found) return found.groups ?? {};
  }
  return undefined;
}

function expressionOf(parts: readonly (string | Readonly<{ name: string }>)[]): RegExp {
  const source = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(SYNTAX, String.raw`\$&`) : `(?<${part.name}>.+)`,
  );
  return new RegExp(`^${source.join('')}`, 'u');
}
