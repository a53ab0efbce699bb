import { ArticleError } from '../../src/article/parse.ts';
import type { Document, Slice } from '../../src/article/article.ts';

/** A number with what is counted; several units when more than one name is right. */
export type AmountLine = Slice &
  Readonly<{ low: number; high: number; units: readonly string[]; optional: boolean }>;
/** A date with its key (year × 10,000 + month × 100 + day). */
export type DateLine = Slice & Readonly<{ key: number; optional: boolean }>;
/** What an article says about a name: each description with its correct forms. Empty when it says nothing. */
export type NameLine = Readonly<{
  name: string;
  descriptions: readonly Readonly<{ forms: readonly string[]; optional: boolean }>[];
}>;
/** Two conflicting numbers: one in this article, one in article `other`. */
export type ConflictLine = Readonly<{ mine: Slice; other: string; theirs: string; optional: boolean }>;

/** Manual annotations of an article. A kind without lines was not annotated and is not measured. */
export type Annotations = Readonly<{
  amounts?: readonly AmountLine[];
  dates?: readonly DateLine[];
  /** The main date of sentences with several dates. */
  filed: readonly DateLine[];
  names: readonly NameLine[];
  conflicts: readonly ConflictLine[];
}>;

const SEPARATOR = ' · ';

/**
 * Parses annotations, one per line, in text order: `amount · about 500 miles · 500 mile`, `amount · none`, `date · last week ·
 * 20170714`, `filed · Tuesday · 20170718`, `name · Dean Kamen · description | description`, `name · Kabul · nothing`, `conflict · 41
 * people · other-id · 58`. A question mark before a line or description makes it optional: right if found, not counted if missed. `{…}`
 * selects a part of a longer text; `~` separates equally right forms of a description. Throws {@link ArticleError} with the line that
 * cannot be parsed or found.
 */
export function readAnnotations(content: string, { article, sentences }: Document): Annotations {
  const amounts: AmountLine[] = [];
  const dates: DateLine[] = [];
  const filed: DateLine[] = [];
  const names: NameLine[] = [];
  const conflicts: ConflictLine[] = [];
  const begin = sentences[0]?.start ?? 0;
  const cursors = new Map<string, number>();
  const locate = (kind: string, text: string, line: string): Slice => {
    const found = lineOfAnnotation(article.text, text, cursors.get(kind) ?? begin);
    if (!found)
      throw new ArticleError(`${article.id}: the text of “${line}” does not follow in the article.`);
    cursors.set(kind, found.end);
    return found;
  };
  const kinds = new Set<string>();
  for (const line of content.split('\n').filter((text) => text.trim() !== '')) {
    const optional = line.startsWith('?');
    const [kind = '', text = '', value = '', more = ''] = line.replace(/^\?/u, '').split(SEPARATOR);
    kinds.add(kind);
    if (text === 'none') continue;
    if (kind === 'amount') amounts.push({ ...locate(kind, text, line), ...valueOf(value), optional });
    else if (kind === 'date') dates.push({ ...locate(kind, text, line), key: Number(value), optional });
    else if (kind === 'filed') filed.push({ ...locate(kind, text, line), key: Number(value), optional });
    else if (kind === 'name') names.push({ name: text, descriptions: descriptionsOf(value) });
    else if (kind === 'conflict') {
      cursors.delete(kind);
      conflicts.push({ mine: locate(kind, text, line), other: value, theirs: more, optional });
    } else throw new ArticleError(`${article.id}: “${line}” is no annotation.`);
  }
  return {
    ...(kinds.has('amount') ? { amounts } : {}),
    ...(kinds.has('date') ? { dates } : {}),
    filed,
    names,
    conflicts,
  };
}

/** Finds an annotated text at or after an offset; `{…}` selects a part of it. */
export function lineOfAnnotation(text: string, annotated: string, from = 0): Slice | undefined {
  const open = annotated.indexOf('{');
  const plain = annotated.replace(/[{}]/gu, '');
  const at = text.indexOf(plain, from);
  if (at === -1) return undefined;
  if (open === -1) return { start: at, end: at + plain.length };
  return { start: at + open, end: at + annotated.indexOf('}') - 1 };
}

function valueOf(written: string): Pick<AmountLine, 'low' | 'high' | 'units'> {
  const [, low = '', high = low, units = ''] = /^([\d.]+)(?:–([\d.]+))? (.+)$/u.exec(written) ?? [];
  return { low: Number(low), high: Number(high), units: units.split('~') };
}

const descriptionsOf = (written: string): NameLine['descriptions'] =>
  written === 'nothing'
    ? []
    : written.split(' | ').map((form) => ({
        forms: form.replace(/^\?/u, '').split(' ~ '),
        optional: form.startsWith('?'),
      }));
