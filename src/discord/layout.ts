import type { File } from '../reply/reply.ts';
import { runText } from '../reply/say.ts';
import { clip } from './buttons.ts';
import type { Piece } from './draw.ts';
import { ALT_TEXT_MAX, COMPONENT, ROW_BUTTONS_MAX, type ButtonComponent, type Container } from './limits.ts';

type Inside = Container['components'][number];

/**
 * Pieces as components, in order, followed by the reply's own buttons. Consecutive texts share one text display, so that long lists do
 * not run out of components. Repeated buttons are left out, because Discord refuses a message that has a `custom_id` twice.
 */
export function layOut(
  pieces: readonly Piece[],
  files: readonly Attachment[],
  buttons: readonly ButtonComponent[],
): Inside[] {
  const seen = new Set<string>();
  const isNew = (button: ButtonComponent): boolean => {
    if (!('custom_id' in button)) return true;
    const known = seen.has(button.custom_id);
    seen.add(button.custom_id);
    return !known;
  };
  const components: Inside[] = [];
  // An empty line instead of another text display, of which a message may not have many.
  let between = '\n';
  for (const { text, rule, accessory, buttons: below = [], endsPart } of pieces) {
    const last = components.at(-1);
    if (rule && last) components.push({ type: COMPONENT.separator });
    if (text.trim() === '') continue;
    if (accessory && isNew(accessory)) {
      components.push({
        type: COMPONENT.section,
        components: [{ type: COMPONENT.text, content: text }],
        accessory,
      });
    } else if (last?.type === COMPONENT.text && !rule) {
      components[components.length - 1] = { ...last, content: `${last.content}${between}${text}` };
    } else components.push({ type: COMPONENT.text, content: text });
    components.push(...rows(below.filter(isNew)));
    between = endsPart ? '\n\n' : '\n';
  }
  return [...components, ...files.map(fileComponent), ...rows(buttons.filter(isNew))];
}

function rows(buttons: readonly ButtonComponent[]): Inside[] {
  const rowCount = Math.ceil(buttons.length / ROW_BUTTONS_MAX);
  return Array.from({ length: rowCount }, (_, at) => ({
    type: COMPONENT.row,
    components: buttons.slice(at * ROW_BUTTONS_MAX, (at + 1) * ROW_BUTTONS_MAX),
  }));
}

/** A file whose name is safe in a URL and unique in its message. */
export type Attachment = Readonly<{ name: string; data: Uint8Array; description?: string }>;

/** Total length of the descriptions of a message's files, which leaves room for the rest of its JSON. Characters. */
const ALT_TEXTS_MAX = 1200;

/** Names files so that components can refer to them. Descriptions may be shortened at the end, with an ellipsis. */
export function attachmentsOf(files: readonly File[]): Attachment[] {
  const used = new Set<string>();
  const room = Math.min(ALT_TEXT_MAX, Math.floor(ALT_TEXTS_MAX / files.length));
  return files.map(({ name, data, alt }, at) => {
    const safe = name.replace(/[^\w.-]/gu, '_').slice(-80) || 'file';
    const own = used.has(safe) ? `${at}-${safe}` : safe;
    used.add(own);
    return { name: own, data, ...(alt === undefined ? {} : { description: clip(runText(alt), room) }) };
  });
}

function fileComponent({ name, description }: Attachment): Inside {
  const media = { url: `attachment://${name}` };
  return /\.(?:png|jpe?g|gif|webp)$/iu.test(name)
    ? { type: COMPONENT.gallery, items: [{ media, ...(description === undefined ? {} : { description }) }] }
    : { type: COMPONENT.file, file: media };
}
