/**
 * What pages carry around an article. A block counts only when the whole of it fits a line of this table,
 * so that a sentence which merely mentions a newsletter stays an article's sentence.
 */
const FURNITURE: readonly RegExp[] = [
  /^(?:photo |image |picture )?(?:credits?|courtesy)(?: of)?\s*:.{0,120}$/iu,
  /^(?:photo|image|picture|featured image)s?\s*(?:by|:|©).{0,120}$/iu,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|publicité|anzeige|werbung)\.?$/iu,
  /^your e-?mail address will not be published\b.{0,120}$/iu,
  /^this site uses akismet\b.{0,160}$/iu,
  /^required fields are marked\b.{0,60}$/iu,
  /^(?:share|share this(?: article| story| post)?|tweet|pin it|like this|loading\W*)\s*:?$/iu,
  /^(?:related|read (?:more|next|also)|see also|more (?:from|on|stories)|recommended|trending|most read)\b\s*:?.{0,120}$/iu,
  /^(?:sign up|subscribe|register|log in|sign in)\b.{0,120}\b(?:newsletters?|inbox|account|updates|today|now|here|free)\b.{0,60}$/iu,
  /^(?:tags?|categor(?:y|ies)|filed under|topics?)\s*:.{0,200}$/iu,
  /^(?:copyright|©|\(c\))\s.{0,160}$/iu,
  /^.{0,80}\ball rights reserved\b.{0,80}$/iu,
  /^(?:we use cookies|this (?:site|website) uses cookies)\b.{0,300}$/iu,
  /^(?:previous|next)(?: (?:article|post|story))?\s*[:«»←→]?.{0,100}$/iu,
  /^\d+ comments?$/iu,
];

/** Headings that open a page's comment section: they and all that follows are furniture. */
const TAIL =
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|join the (?:discussion|conversation)|comments?(?: \(\d+\))?|\d+ (?:comments?|responses?|replies)(?: (?:on|to) .{0,120})?|laisser un commentaire|kommentare)\s*:?$/iu;

/** Longer blocks are never furniture; also bounds the time a pattern can take. Characters. */
const FURNITURE_MAX = 400;

/** Whether a whole block of text is page furniture (credits, comment form, sharing, cookies). */
export function isFurniture(block: string): boolean {
  return block.length <= FURNITURE_MAX && FURNITURE.some((pattern) => pattern.test(block));
}

/** Whether a block opens the comment section at a page's end. */
export function startsTail(block: string): boolean {
  return block.length <= FURNITURE_MAX && TAIL.test(block);
}
