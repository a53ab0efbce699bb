/** Most combining marks shown on one base character; more are a drawing, not a spelling (threat T5). */
const MAX_MARKS = 3;

/**
 * Invisible characters: default ignorables (bidi controls, zero-width characters, tags, fillers, variation selectors), controls except
 * tab and line feed, interlinear annotation marks and noncharacters. UTS #39 and UTR #36 list them as means to make text look different
 * from what it is.
 */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFB}]|(?![\t\n])\p{Cc}/gu;

/** Line ends other than a line feed: CR LF, CR, vertical tab, form feed, next line, U+2028, U+2029. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Scripts in which a (non-)joiner between two letters is part of the spelling (Unicode Standard, 23.2, "Cursive joining"). */
const JOINING_LETTER =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Tibt}]/u;

/** What may precede and follow the joiner in a combined emoji (UTS #51, ED-16). */
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}]/u;
const EMOJI_AFTER = /\p{Extended_Pictographic}/u;

/** A combining-mark run longer than {@link MAX_MARKS}. */
const MARK_RUN = new RegExp(String.raw`(\p{M}{${MAX_MARKS}})\p{M}+`, 'gu');

/**
 * The text as it may be shown, on any surface: invisible characters are removed, lone surrogates become U+FFFD, a base keeps at most
 * three combining marks, and every line end becomes a line feed. Joiners and emoji selectors stay where they matter for the spelling.
 * For display only: never compute offsets or stored text from the result. Linear in the length of the text.
 */
export function visible(text: string): string {
  const whole = text.toWellFormed().replace(LINE_ENDS, '\n');
  const kept: string[] = [];
  let from = 0;
  let before = '';
  for (const { 0: unseen, index } of whole.matchAll(UNSEEN)) {
    const seen = whole.slice(from, index);
    from = index + unseen.length;
    // A removed character does not affect the spelling of what follows.
    if (seen !== '') before = codePointBefore(seen, seen.length);
    kept.push(seen);
    if (!spells(unseen, before, codePointAt(whole, from))) continue;
    kept.push(unseen);
    before = unseen;
  }
  kept.push(whole.slice(from));
  return kept.join('').replace(MARK_RUN, (_run, marks: string) => marks);
}

/** Whether an invisible character changes how the kept text before and after it is written. */
function spells(character: string, before: string, after: string): boolean {
  if (character === '\u{FE0F}' || character === '\u{FE0E}') return /\p{Emoji}/u.test(before);
  if (character !== '\u{200D}' && character !== '\u{200C}') return false;
  if (JOINING_LETTER.test(before) && JOINING_LETTER.test(after)) return true;
  return character === '\u{200D}' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after);
}

function codePointAt(text: string, at: number): string {
  const value = text.codePointAt(at);
  return value === undefined ? '' : String.fromCodePoint(value);
}

function codePointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const isLow = low >= 0xdc00 && low <= 0xdfff;
  return at <= 0 ? '' : codePointAt(text, at - (isLow ? 2 : 1));
}
