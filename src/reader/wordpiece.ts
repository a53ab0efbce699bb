/**
 * A piece of a word: its number in the vocabulary, and the UTF-16 offsets of its whole word. A word includes the combining marks on its
 * letters, so `text.slice(start, end)` never splits a character.
 */
export type WordPiece = Readonly<{ id: number; start: number; end: number }>;

/** Tokenises a text. Linear in its length, except for words of up to {@link LONGEST_WORD} characters. */
export type Tokenize = (text: string) => WordPiece[];

/** Longer words are unknown, as in BERT's own tokenizer. Code points. */
const LONGEST_WORD = 100;

const DROPPED = /[\0\uFFFD]|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const SPACE = /\s/u;
/** BERT treats every ASCII character except letters and digits as punctuation. */
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;
const MARK = /\p{Mn}/u;
const MARKS = /\p{Mn}/gu;
/** The blocks that BERT splits character by character. */
const IDEOGRAPH =
  /[\u{4E00}-\u{9FFF}\u{3400}-\u{4DBF}\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B820}-\u{2CEAF}\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]/u;

/**
 * The uncased WordPiece tokenizer of BERT, as described by `tokenizer.json` (clean text, split ideographs, strip accents, lower case,
 * split punctuation, longest pieces first), with offsets into the text, which no JavaScript library provides. The caller adds special
 * tokens; their names in a text are ordinary words.
 */
export function wordPieces(vocabulary: ReadonlyMap<string, number>): Tokenize {
  const unknown = vocabulary.get('[UNK]');
  if (unknown === undefined) throw new RangeError('The vocabulary has no [UNK].');

  function piecesOf(word: string): number[] {
    const characters = Array.from(word);
    if (characters.length > LONGEST_WORD) return [unknown as number];
    const ids: number[] = [];
    for (let from = 0; from < characters.length;) {
      let to = characters.length;
      let id: number | undefined;
      for (; to > from; to--) {
        const piece = characters.slice(from, to).join('');
        id = vocabulary.get(from === 0 ? piece : `##${piece}`);
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknown as number];
      ids.push(id);
      from = to;
    }
    return ids;
  }

  return (text) =>
    wordsOf(text).flatMap(({ normal, start, end }) => piecesOf(normal).map((id) => ({ id, start, end })));
}

type NormalWord = { normal: string; start: number; end: number };

function wordsOf(text: string): NormalWord[] {
  const words: NormalWord[] = [];
  let open: NormalWord | undefined;
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    if (DROPPED.test(character)) continue;
    if (MARK.test(character)) {
      const last = words.at(-1);
      // A combining mark at the start has no base.
      if (last && (open || last.end === start)) last.end = at;
      continue;
    }
    const whole = IDEOGRAPH.test(character);
    if (whole) open = undefined;
    for (const normal of normalForm(character)) {
      if (SPACE.test(normal)) {
        open = undefined;
      } else if (PUNCTUATION.test(normal)) {
        words.push({ normal, start, end: at });
        open = undefined;
      } else if (open) {
        open.normal += normal;
        open.end = at;
      } else {
        open = { normal, start, end: at };
        words.push(open);
      }
    }
    if (whole) open = undefined;
  }
  return words;
}

/** A character in lower case without accents; possibly several characters. */
function normalForm(character: string): string {
  if (character <= '\u007F') return character.toLowerCase();
  return character.normalize('NFD').replace(MARKS, '').toLowerCase();
}
