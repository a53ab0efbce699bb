import { inLanguage, languageOfReply } from '../reply/in-language.ts';
import type { Reply, Said } from '../reply/reply.ts';
import { say, textIn } from '../reply/say.ts';
import { ENGLISH, type Language } from '../words/spoken.ts';
import { buttonComponent, selectRow } from './buttons.ts';
import { draw, type Piece } from './draw.ts';
import { attachmentsOf, layOut, type Attachment } from './layout.ts';
import { COMPONENT, FILE_BYTES_MAX, FILES_MAX, FLAG, messageSchema, type Message } from './limits.ts';

/** A message ready to be sent: its JSON, and its files in the order of its attachments. */
export type Payload = Readonly<{ message: Message; files: readonly Attachment[] }>;

/** Colour of the bar at the left of a reply, by tone. RGB. */
const ACCENT: Readonly<Record<Reply['tone'], number>> = {
  found: 0x2d7d46,
  unsure: 0xb5891c,
  nothing: 0x6d6f78,
  info: 0x3b6ea5,
  error: 0xb3362b,
};

/**
 * A reply as a Discord message within every limit. Our own words have priority: the title, and the lines about sources and completeness.
 * Quotes and lines follow in order, each whole, as long as there is room; a line says how many did not fit. `fileMax` is the size of the
 * largest file that may be attached, in bytes.
 */
export function payloadOf(reply: Reply, fileMax = FILE_BYTES_MAX): Payload {
  const known = made.get(reply);
  if (known?.fileMax === fileMax) return known.payload;
  const payload = makePayload(reply, fileMax);
  made.set(reply, { payload, fileMax });
  return payload;
}

/** Layouts of replies that go to many people or are sent again. */
const made = new WeakMap<Reply, Readonly<{ payload: Payload; fileMax: number }>>();

function makePayload(given: Reply, fileMax: number): Payload {
  const reply = inLanguage(given, ENGLISH);
  const language = languageOfReply(reply);
  const pieces = draw(reply.blocks, language);
  const shown = pieces.filter(isUnit).length;
  const own = pieces.filter(({ kind }) => kind === 'own').length;
  const fitting = (units: number, words: number): Payload | undefined => {
    const payload = assemble(reply, select(pieces, units, words, language), language, fileMax);
    return messageSchema.safeParse(payload.message).success ? payload : undefined;
  };
  const payload =
    fitting(shown, own) ??
    most(shown, (units) => fitting(units, own)) ??
    most(own, (words) => fitting(0, words));
  if (!payload) throw new Error('A reply could not be made into a message that Discord takes.');
  return payload;
}

/** The result for the largest count from 0 to `top` that fits. Assumes that whatever fits also fits with a smaller count. */
function most<T>(top: number, fitting: (count: number) => T | undefined): T | undefined {
  let best: T | undefined;
  let low = -1;
  let high = top + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const found = fitting(middle);
    if (found === undefined) high = middle;
    else {
      best = found;
      low = middle;
    }
  }
  return best;
}

const isUnit = ({ kind }: Piece): boolean => kind === 'quote' || kind === 'line';

/** The first `units` quotes and lines, the first `words` pieces of our own, and a line that counts what is missing. */
function select(pieces: readonly Piece[], units: number, words: number, language: Language): Piece[] {
  const kept: Piece[] = [];
  const total = pieces.filter(isUnit).length;
  const missing = { quote: 0, line: 0 };
  let unit = 0;
  let word = 0;
  let place = 0;
  for (const piece of pieces) {
    if (piece.kind === 'quote' || piece.kind === 'line') {
      unit += 1;
      if (unit > units) missing[piece.kind] += 1;
      else kept.push(piece);
      if (unit === units) place = kept.length;
    } else if (piece.kind === 'own') {
      word += 1;
      if (word <= words) kept.push(piece);
      if (unit < units || unit === 0) place = kept.length;
    } else if (unit < units || units === total) {
      // A line about a gap between two quotes is kept only while both quotes are.
      kept.push(piece);
    }
  }
  return units === total
    ? kept
    : kept.toSpliced(place, 0, {
        kind: 'own',
        text: `-# ${textIn(missingLine(missing), language)}`,
      });
}

function missingLine({ quote: quotes, line: lines }: { quote: number; line: number }): Said {
  if (lines === 0) return say('fit.quotes', { quotes });
  return quotes === 0 ? say('fit.lines', { lines }) : say('fit.both', { quotes, lines });
}

function assemble(reply: Reply, pieces: readonly Piece[], language: Language, fileMax: number): Payload {
  const files = [...(reply.files ?? []), ...pieces.flatMap(({ file }) => file ?? [])];
  const attached = attachmentsOf(files.filter(({ data }) => data.length <= fileMax).slice(0, FILES_MAX));
  const left = files.length - attached.length;
  const own: Piece[] =
    left === 0 ? [] : [{ kind: 'own', text: `-# ${textIn(say('fit.files', { files: left }), language)}` }];
  const buttons = (reply.buttons ?? []).flatMap((button) => buttonComponent(button) ?? []);
  const list = reply.select && selectRow(reply.select);
  const components = [...layOut([...pieces, ...own], attached, buttons), ...(list ? [list] : [])];
  // The gallery has the descriptions; repeating them here would only take room.
  const attachments = attached.map(({ name }, id) => ({ id: String(id), filename: name }));
  return {
    message: {
      flags: FLAG.componentsV2,
      allowed_mentions: { parse: [], replied_user: false },
      components: [
        {
          type: COMPONENT.container,
          accent_color: ACCENT[reply.tone],
          components: components.length > 0 ? components : [{ type: COMPONENT.text, content: '…' }],
        },
      ],
      ...(attachments.length > 0 ? { attachments } : {}),
    },
    files: attached,
  };
}
