/** Greetings and attention-getters at the start of a message. */
const GREETING =
  /^(?:(?:hi+|hello|hey+|hiya|yo|good (?:morning|afternoon|evening)|morning|ok(?:ay)?|so|um+|uh|well|please|pls|sorry|thanks|thank you|thx|cheers)(?: (?:there|all|everyone|everybody|team|folks|guys|desk|bot|pullquote|again))?(?=[\s,!.:;–—-])[\s,!.:;–—-]+)+/iu;
/** An introduction with the purpose or form of the answer, before a colon, comma or dash. It is not part of the question. */
const PURPOSE =
  /^(?:(?:just )?(?:a |one |another )?(?:quick|short|dumb|silly|stupid|last|final) (?:q|question|one|thing|check)|question|(?:just )?(?:checking|curious|wondering)|fact[- ]?check(?: please)?|deadline(?: watch)?|urgent|asap|for (?:the|my|a|our|tomorrow's|tonight's|today's) (?:sidebar|side bar|box|fact ?box|caption|lead|lede|intro|headline|story|piece|newsletter|graphic|chart|timeline|explainer|bulletin|show|blog|live ?blog|website|print edition|record)|on deadline|from the (?:desk|subs?))\s*[:,–—-]+\s*/iu;
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
  const thanked = left.replace(THANKS, '$<mark>');
  return thanked.trim() === '' ? left : thanked;
}
