/** Greetings and attention-getters at the start of a message. */
const GREETING =
  /^(?:(?:hi+|hello|hey+|hiya|yo|good (?:morning|afternoon|evening)|morning|afternoon|evening|ok(?:ay)?|so|um+|uh|well|please|pls|sorry|thanks|thank you|thx|cheers)(?: (?:there|all|everyone|everybody|team|folks|guys|desk|bot|pullquote|again))?(?=[\s,!.:;–—-])[\s,!.:;–—-]+)+/iu;
/** What a newspaper consists of, which a question may be for. */
const PIECE =
  '(?:sidebar|side bar|box|panel|caption|lead|lede|intro|headline|story|piece|newsletter|graphic|chart|timeline|explainer|bulletin|show|blog|web|website|' +
  'edition|record|par|paragraph|standfirst|diary|profile|follow-?up|background|q&a|podcast)';
/** Words before it that say nothing about the article. */
const KIND_OF_PIECE =
  '(?:(?:fact|live|reader|profile|explainer|background|print|picture|photo|family|numbers|what-you-[a-z-]+) ?)?';
const FOR_PIECE = `for (?:the|my|a|an|our|tomorrow's|tonight's|today's) ${KIND_OF_PIECE}${PIECE}`;
const ADJECTIVE = '(?:quick|short|dumb|silly|stupid|last|final|simple)';
/** A part of the newsroom that asks. */
const DESK =
  '(?:(?:sports?|news|picture|photo|city|money|business|foreign|obits?|legal|tech|science|health|culture|arts|features?|politics|web|social|copy|night) )?(?:desk|page)';

/** An introduction with the purpose or form of the answer, or who asks, before a mark. It is not part of the question. */
const PURPOSE = new RegExp(
  String.raw`^(?:${[
    `(?:just )?(?:a |one |another )?${ADJECTIVE} (?:q|question|one|thing|check)(?: before deadline| ${FOR_PIECE})?`,
    'question|(?:just )?(?:checking|curious|wondering)|fact[- ]?check(?: please)?|deadline(?: watch)?|urgent|asap|on deadline',
    FOR_PIECE,
    `${DESK} (?:here|query|question|asking)|from the (?:desk|subs?)`,
    '(?:sorry )?to (?:bother|disturb)(?: you| everyone| again)?|(?:(?:been|just got|got) )?asked by a reader|a reader (?:asks|is asking)',
    `(?:caption|headline|fact) help(?: please)?|need (?:it|this) ${FOR_PIECE}`,
  ].join('|')})\s*(?:[:,!]+\s*|[.–—-]+\s+)`,
  'iu',
);
/** The same behind the question. */
const PURPOSE_BEHIND = new RegExp(
  String.raw`(?<=[.?!] )(?:(?:i )?need(?:ed)? (?:it|this)|checking|asking|it's|this is) ${FOR_PIECE}[\s.!]*$`,
  'iu',
);
/** Phrases such as "can you tell me" before the question itself. */
const TELL_ME =
  /^(?:(?:can|could|would|will) (?:you|someone|anyone|somebody|anybody) (?:please |pls )?(?:tell me|say|check|look up|find out|remind me|confirm)|(?:do|does) (?:we|you|anyone|anybody|someone) (?:happen to )?know|(?:any(?:one|body)? )?(?:any )?idea|remind me|tell me|i(?:'d| would) (?:like|love) to know|i (?:need|want) to know|i(?:'m| am) (?:wondering|trying to find out))(?: please)?[\s,:–—-]+(?=(?:who|whom|whose|what|when|where|which|why|how)\b)/iu;
const THANKS =
  /[\s,.!–—-]+(?:please|pls|thanks?(?: (?:you|a lot|so much|in advance))?|thx|cheers|ta)[\s.!]*(?<mark>\??)[\s.!]*$/iu;

/** How many introductions are removed in a row ("hi, quick q: can you tell me …"). */
const LAYERS = 4;

/**
 * Removes greetings, introductions and thanks from a question. A text that only greets stays unchanged, so the result is empty only for
 * an empty text. Takes time in proportion to the text.
 */
export function withoutChat(text: string): string {
  let left = text.trim();
  for (let layer = 0; layer < LAYERS; layer++) {
    const before = left;
    for (const pattern of [GREETING, PURPOSE, TELL_ME]) {
      const rest = left.replace(pattern, '');
      if (rest.trim() !== '') left = rest;
    }
    if (left === before) break;
  }
  const thanked = left.replace(PURPOSE_BEHIND, '').trim().replace(THANKS, '$<mark>');
  return thanked.trim() === '' ? left : thanked;
}
