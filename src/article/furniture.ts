/**
 * What pages have around an article. A block counts only if a pattern matches all of it, so that a sentence that merely begins like a
 * label, or mentions a newsletter, stays part of the article.
 */
const LABELS: readonly RegExp[] = [
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|publicité|publicidad|pubblicità|anzeige|werbung|advertentie|annonce|реклама|إعلان|広告|广告)\W*$/iu,
  /^(?:(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?|advertisement\W{1,5}scroll to continue|continue reading(?: (?:below|on the next page))?|la suite après cette publicité|continua después de la publicidad|weiter nach der anzeige)\W*$/iu,
  /^(?:\d{1,3} min(?:ute)?s? read.{0,20}|(?:reading time|temps de lecture|lesedauer|lesezeit|tiempo de lectura|tempo di lettura)\b.{0,20})$/iu,
  /^(?:artikel teilen|merken|drucken|teilen|partager|imprimer|compartir|imprimir|condividi|print(?: this page)?|close(?: window)?|listen|published in|war dieser artikel hilfreich)\W*$/iu,
  /^(?:share|share (?:this|on)(?: (?:article|story|post|page|facebook|twitter|x|whatsapp|linkedin|email))?|tweet|pin it|like this|loading\W*|e-?mail|copy link|bookmark|save(?: article)?|facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit)\s*:?$/iu,
  /^(?:related|recommended|trending|popular|most (?:read|popular|viewed|shared)|read (?:more|next|also)|see also|more)(?: (?:stor(?:y|ies)|articles?|posts?|news|links?|content|coverage|topics?|reading|for you|now|today|headlines|videos?))?\W*$/iu,
  /^(?:zum thema|mehr zum thema|auch interessant|lesen sie (?:auch|mehr)|à lire aussi|lire aussi|sur le même sujet|te puede interesar|lea también|leggi anche|lees ook|läs också|関連記事|相关阅读|相关新闻|читайте также|по теме)\W*$/iu,
  /^(?:previous|next)(?: (?:article|post|story|page))?\s*[:«»←→›‹]?$/iu,
  /^(?:\d+ comments?|no comments(?: yet)?|\d+ kommentare?|\d+ commentaires?|\d+ comentarios?)$/iu,
  /^(?:#{3}|\*{3}|- ?ends ?-|back to top|zum seitenanfang|haut de page|skip to (?:main )?content)$/iu,
];

/** Labels with a value: any text after a colon, otherwise only text that is not a sentence. */
const LEADS: readonly RegExp[] = [
  /^(?:lesen sie (?:auch|mehr)|mehr zum thema|zum thema|auch interessant|à lire aussi|lire aussi|sur le même sujet|te puede interesar|lea también|leggi anche|lees ook|läs också|читайте также|関連記事|相关阅读)(?=[\s:：|])/iu,
  /^(?:related(?: (?:stor(?:y|ies)|articles?|posts?|news))?|read (?:more|next|also)|more (?:from|on|stories)|recommended|trending|most read|see more|don['’]t miss|watch|listen|also read)(?=[\s:|])/iu,
  /^(?:previous|next)(?: (?:article|post|story|page))(?=[\s:])/iu,
  /^(?:previous|next)(?=\s*[:«»←→›‹])/iu,
];
/** Labels that need no colon. Others ("Related", "Recommended") also begin headings. */
const WITHOUT_COLON =
  /^(?:lesen sie|mehr zum|zum thema|auch interessant|à lire|lire aussi|sur le même|te puede|lea también|leggi anche|lees ook|läs också|читайте|関連|相关|read (?:more|next|also)|more (?:from|stories)|also read|don|(?:previous|next) (?:article|post|story|page))/iu;

/** Complete statements of pages about themselves. */
const STATEMENTS: readonly RegExp[] = [
  /^(?:photo |image |picture )?(?:credits?|courtesy)(?: of)?\s*:.{0,120}$/iu,
  /^(?:photo|image|picture|featured image|foto|bild|imagen|crédits? photo|fotocredit)s?\s*(?::|©).{0,120}$/iu,
  /^this (?:entry|post|article) was (?:posted|published|filed|tagged)\b.{0,200}$/iu,
  /^see also\b.{0,120}$/iu,
  /^your e-?mail address will not be published\b.{0,120}$/iu,
  /^this site uses akismet\b.{0,160}$/iu,
  /^required fields are marked\b.{0,60}$/iu,
  /^(?:sign up|subscribe|register|log in|sign in)\b.{0,120}\b(?:newsletters?|inbox|account|updates|today|now|here|free)\b.{0,60}$/iu,
  /^(?:tags?|categor(?:y|ies)|filed under|posted in|topics?|schlagw[oö]rte?r?|mots[- ]clés|etiquetas|labels)\s*:.{0,200}$/iu,
  /^(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}))\s*.{0,160}$/iu,
  /^.{0,80}\ball rights reserved\b.{0,80}$/iu,
  /^(?:we use cookies|this (?:site|website) uses cookies)\b.{0,300}$/iu,
  /^we and our (?:\d{1,4} )?partners (?:store|use|process)\b.{0,300}$/iu,
  /^(?:get|receive)\b.{0,60}\bin your inbox\W*$/iu,
  /^(?:síguenos|suscríbete|suscríbase|abonnez-vous|inscrivez-vous|suivez-nous|jetzt abonnieren|folgen sie uns|seguici|iscriviti|(?:follow|like) us on)\b.{0,160}$/iu,
  /^follow us\W*$/iu,
  /^(?:you can )?follow (?!(?:the|a|an|this|that)\b)[^.!?]{1,60} on (?:twitter|x|facebook|instagram|linkedin|mastodon|bluesky|threads)\b.{0,60}$/iu,
  /^[（(]?(?:责任编辑|责编|编辑|编辑|来源|来源|作者|记者|文责|撰文)\s*[:：][^。！？]{0,40}[)）]?$/u,
  /^(?:media|press) (?:contact|enquir|inquir)\w*\s*:[^]{0,240}$/iu,
  /^(?:comments are closed|die kommentarfunktion ist geschlossen|les commentaires sont fermés)\b.{0,60}$/iu,
];
const CREDIT =
  /^(?:photo|image|picture|foto|bild|video)s? (?:by|von|de|di|courtesy of) [\p{Lu}@©].{0,100}$/iu;
/** A copyright notice only names its owner. A longer one with a verb is a sentence about copyright. Words. */
const NOTICE_WORDS = 12;

/** Headings that always begin a comment section. */
const TAIL =
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|write a comment|join the (?:discussion|conversation)|comments? ?\(\d+\)|\d+ (?:comments?|responses?|replies|thoughts)(?: (?:on|to) .{0,120})?|laisser un commentaire|schreibe einen kommentar|deja un comentario|deja una respuesta|kommentar (?:schreiben|verfassen)|\d+ kommentare?|\d+ commentaires?|\d+ comentarios?)\s*:?$/iu;
/** Headings that begin a comment section only before entries or a form, since an article may have a section called "Comments". */
const MAYBE_TAIL =
  /^(?:comments?|kommentare?|commentaires?|comentarios?|commenti|комментарии|コメント|评论)\s*:?$/iu;
const ENTRY =
  /^(?:repl(?:y|ies)|antworten|répondre|responder|report|like|name\W*|anonymous|no comments\b.{0,40}|be the first\b.{0,60}|(?:log|sign) in\b.{0,60}|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|.{1,40}\b(?:says|wrote|said|schreibt|sagt|a dit|dice)\s*:|.{0,60}\b(?:at|um|à)\s+\d{1,2}[:.]\d{2}.{0,8}|.{0,40}\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?)$/iu;
/** Number of blocks that are searched for entries. */
const ENTRY_REACH = 4;

/** Longer blocks are never furniture. Also bounds the time of the patterns. Characters. */
const FURNITURE_MAX = 400;
const SENTENCE_END = /[.!?…。！？]["”’»)\]]*$/u;

/** Whether a whole block is page furniture (credits, comment form, sharing, cookies). */
export function isFurniture(block: string): boolean {
  if (block.length > FURNITURE_MAX) return false;
  if (LABELS.some((pattern) => pattern.test(block)) || isLead(block) || isCredit(block)) return true;
  return STATEMENTS.some((pattern) => pattern.test(block)) && !isAboutCopyright(block);
}

function isLead(block: string): boolean {
  const label = LEADS.map((pattern) => pattern.exec(block)?.[0]).find((found) => found !== undefined);
  if (label === undefined || block.length > 160) return false;
  const rest = block.slice(label.length).trimStart();
  return /^[:：|«»←→›‹]/u.test(rest) || (WITHOUT_COLON.test(block) && !SENTENCE_END.test(block));
}

const isCredit = (block: string): boolean =>
  CREDIT.test(block) &&
  !(SENTENCE_END.test(block) && (block.match(/\s\p{Ll}{3,}/gu) ?? []).length > 2) &&
  /\s[\p{Lu}@©]/u.test(block);

const isAboutCopyright = (block: string): boolean =>
  /^copyright\b/iu.test(block) &&
  SENTENCE_END.test(block) &&
  !/reserved/iu.test(block) &&
  block.split(/\s+/u).length > NOTICE_WORDS - 4;

/** The index of the block where a page's comment section begins; the number of blocks when there is none. */
export function tailStart(blocks: readonly string[]): number {
  const start = blocks.findIndex((block, index) => opensTail(block, blocks, index));
  return start < 0 ? blocks.length : start;
}

function opensTail(block: string, blocks: readonly string[], index: number): boolean {
  if (block.length > FURNITURE_MAX) return false;
  if (TAIL.test(block)) return true;
  if (!MAYBE_TAIL.test(block)) return false;
  const following = blocks.slice(index + 1, index + 1 + ENTRY_REACH);
  return following.length === 0 || following.some((next) => next.length <= FURNITURE_MAX && ENTRY.test(next));
}
