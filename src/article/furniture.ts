/**
 * What pages carry around an article. A block counts only when the whole of it fits a line of this table,
 * so that a sentence which merely mentions a newsletter stays an article's sentence.
 */
const FURNITURE: readonly RegExp[] = [
  /^(?:photo |image |picture )?(?:credits?|courtesy)(?: of)?\s*:.{0,120}$/iu,
  /^(?:photo|image|picture|featured image)s?\s*(?:by|:|©).{0,120}$/iu,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|publicité|publicidad|pubblicità|anzeige|werbung|advertentie|annonce|реклама|إعلان|広告|广告)\W*$/iu,
  /^(?:(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?|advertisement\W{1,5}scroll to continue|continue reading(?: (?:below|on the next page))?|la suite après cette publicité|continua después de la publicidad|weiter nach der anzeige)\W*$/iu,
  /^(?:\d{1,3} min(?:ute)?s? read.{0,20}|(?:reading time|temps de lecture|lesedauer|tiempo de lectura)\b.{0,20})$/iu,
  /^(?:lesen sie (?:auch|mehr)|mehr zum thema|zum thema|à lire aussi|lire aussi|sur le même sujet|te puede interesar|lea también|leggi anche|lees ook|läs också)\b(?:\s*:.{0,120}|(?!.*[.!?…]["”’)]*$).{0,120})$/iu,
  /^(?:artikel teilen|merken|drucken|teilen|partager|compartir|print this page|close window|listen|published in|war dieser artikel hilfreich)\W*$/iu,
  /^your e-?mail address will not be published\b.{0,120}$/iu,
  /^this site uses akismet\b.{0,160}$/iu,
  /^required fields are marked\b.{0,60}$/iu,
  /^(?:share|share this(?: article| story| post)?|tweet|pin it|like this|loading\W*)\s*:?$/iu,
  /^(?:related|read (?:more|next|also)|see also|more (?:from|on|stories)|recommended|trending|most read)\b(?:\s*:.{0,120}|(?!.*[.!?…]["”’)]*$).{0,120})$/iu,
  /^(?:sign up|subscribe|register|log in|sign in)\b.{0,120}\b(?:newsletters?|inbox|account|updates|today|now|here|free)\b.{0,60}$/iu,
  /^(?:tags?|categor(?:y|ies)|filed under|topics?)\s*:.{0,200}$/iu,
  /^(?:copyright|©|\(c\))\s.{0,160}$/iu,
  /^.{0,80}\ball rights reserved\b.{0,80}$/iu,
  /^(?:we use cookies|this (?:site|website) uses cookies)\b.{0,300}$/iu,
  /^we and our (?:\d{1,4} )?partners (?:store|use|process)\b.{0,300}$/iu,
  /^(?:previous|next)(?: (?:article|post|story))?\s*[:«»←→]?.{0,100}$/iu,
  /^\d+ comments?$/iu,
  /^(?:get|receive)\b.{0,60}\bin your inbox\W*$/iu,
  /^(?:síguenos|suscríbete|suscríbase|abonnez-vous|inscrivez-vous|suivez-nous|jetzt abonnieren|folgen sie uns|seguici|iscriviti|follow us)\b.{0,160}$/iu,
  /^(?:media|press) (?:contact|enquir|inquir)\w*\s*:[^]{0,240}$/iu,
  /^(?:#{3}|\*{3}|- ?ends ?-)$/iu,
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
