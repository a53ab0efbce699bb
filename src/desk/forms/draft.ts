/** A field's name, and its value as a JSON string. */
const LINE = /^([a-z][a-z0-9]{0,20}): (".*")$/u;
const RULE = '---';
/** The file that returns what was entered in a refused form. The button below it reads the file again. */
export const DRAFT_FILE = 'your-article.md';
/** Fields of one text, in order. */
export const TEXT_PARTS = ['text', 'text2', 'text3'] as const;

/** What was entered or chosen in a form, by field name. */
export type TypedFields = Readonly<Record<string, string>>;

/** The text of a submitted form, with its parts as paragraphs. */
export const textOf = (fields: TypedFields): string =>
  TEXT_PARTS.map((name) => fields[name] ?? '')
    .filter((part) => part.trim() !== '')
    .join('\n\n');

/** A form's values as an editable file: details between two lines of hyphens, then the text. */
export function writeDraft(fields: TypedFields): string {
  const parts: ReadonlySet<string> = new Set(TEXT_PARTS);
  const details = Object.entries(fields)
    .filter(([name, value]) => value !== '' && !parts.has(name))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [RULE, ...details, RULE, textOf(fields)].join('\n');
}

/** Parses what {@link writeDraft} wrote, with the whole text in the field `text`. Skips unknown lines. */
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
