import type { Key } from '../words/catalogue.ts';
import { LANGUAGES } from '../words/language.ts';

const SYNTAX = /[.*+?^${}()|[\]\\/]/gu;
/** Patterns for sentences by key, one per language. They are few and never change. */
const made = new Map<Key, readonly RegExp[]>();

/**
 * Parses a line that begins with a sentence of the catalogue in any language, and returns its arguments by name; undefined when it does
 * not match. This lets the bot keep the state of a conversation in its own messages.
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
