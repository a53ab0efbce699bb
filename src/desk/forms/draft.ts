/** A field's name, and its value as JSON writes a string. */
const LINE = /^([a-z][a-z0-9]{0,20}): (".*")$/u;
const RULE = '---';
/** The file in which what was typed into a form is handed back, and read again by the button below it. */
export const DRAFT_FILE = 'your-article.md';
/** Parts of one text, in their order. */
export const TEXT_PARTS = ['text', 'text2', 'text3'] as const;

/** What was typed into a form or chosen there, by field name. */
export type TypedFields = Readonly<Record<string, string>>;

/** The text of a form that was filled in: its parts as paragraphs. */
export const textOf = (fields: TypedFields): string =>
  TEXT_PARTS.map((name) => fields[name] ?? '')
    .filter((part) => part.trim() !== '')
    .join('\n\n');

/** What was typed, as people can read and edit it: details between two lines of hyphens, then the text. */
export function writeDraft(fields: TypedFields): string {
  const parts: ReadonlySet<string> = new Set(TEXT_PARTS);
  const details = Object.entries(fields)
    .filter(([name, value]) => value !== '' && !parts.has(name))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [RULE, ...details, RULE, textOf(fields)].join('\n');
}

/** Reads what {@link writeDraft} wrote: the text is whole in the field `text`. Lines that it would not have written are passed over. */
export function readDraft(draft: string): TypedFields {
  const lines = draft.split('\n');
  const end = lines.indexOf(RULE, 1);
  if (lines[0] !== RULE || end === -1) return { text: draft };
  const details = lines.slice(1, end).flatMap((line): [string, string][] => {
    const [, name, written] = LINE.exec(line) ?? [];
    const value = written === undefined ? undefined : stringIn(written);
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(details), text: lines.slice(end + 1).join('\n') };
}

function stringIn(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
