/** Words that only greet or call, at the start of a message. */
const GREETING =
  /^(?:(?:hi+|hello|hey+|hiya|yo|good (?:morning|afternoon|evening)|morning|ok(?:ay)?|so|um+|uh|well|please|pls|sorry|thanks|thank you|thx|cheers)(?: (?:there|all|everyone|everybody|team|folks|guys|desk|bot|pullquote|again))?(?=[\s,!.:;–—-])[\s,!.:;–—-]+)+/iu;
/** What the answer is for, or how it is wanted, before a colon, a comma or a dash: it says nothing of what is asked. */
const PURPOSE =
  /^(?:(?:just )?(?:a |one |another )?(?:quick|short|dumb|silly|stupid|last|final) (?:q|question|one|thing|check)|question|(?:just )?(?:checking|curious|wondering)|fact[- ]?check(?: please)?|deadline(?: watch)?|urgent|asap|for (?:the|my|a|our|tomorrow's|tonight's|today's) (?:sidebar|side bar|box|fact ?box|caption|lead|lede|intro|headline|story|piece|newsletter|graphic|chart|timeline|explainer|bulletin|show|blog|live ?blog|website|print edition|record)|on deadline|from the (?:desk|subs?))\s*[:,–—-]+\s*/iu;
/** Phrases that ask to be told, before the question itself. */
const TELL_ME =
  /^(?:(?:can|could|would|will) (?:you|someone|anyone|somebody|anybody) (?:please |pls )?(?:tell me|say|check|look up|find out|remind me|confirm)|(?:do|does) (?:we|you|anyone|anybody|someone) (?:happen to )?know|(?:any(?:one|body)? )?(?:any )?idea|remind me|tell me|i(?:'d| would) (?:like|love) to know|i (?:need|want) to know|i(?:'m| am) (?:wondering|trying to find out))(?: please)?[\s,:–—-]+(?=(?:who|whom|whose|what|when|where|which|why|how)\b)/iu;
const THANKS =
  /[\s,.!–—-]+(?:please|pls|thanks?(?: (?:you|a lot|so much|in advance))?|thx|cheers|ta)[\s.!]*(?<mark>\??)[\s.!]*$/iu;

/** How often openings are taken off, one after another ("hi, quick q: can you tell me …"). */
const LAYERS = 4;

/**
 * A question without what only belongs to talking: greetings, what the answer is for, thanks. Never empty where the text
 * is not; a text that only greets stays as it is. Takes time in proportion to the text.
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
