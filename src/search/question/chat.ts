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

/** Messages that only greet, thank or call for help, in the languages of replies. */
const ONLY_CHAT: Readonly<Record<Chat, RegExp>> = {
  greeting:
    /^(?:hi+|hello|hey+|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|hallo|moin|servus|guten (?:morgen|tag|abend)|bonjour|bonsoir|salut|hola|buen[oa]s (?:d[ií]as|tardes|noches)|こんにちは|おはよう(?:ございます)?|こんばんは)$/iu,
  thanks:
    /^(?:(?:many |ok(?:ay)? )?(?:thanks?|thank you|thx|ty|cheers|ta)(?: (?:you|a lot|so much|very much|again|for (?:the|your) help))?|(?:very |that is |that's )?(?:great|perfect|nice|good|cool|helpful|awesome|brilliant|lovely|got it|ok(?:ay)?)(?: (?:bot|job|work))?|danke(?: (?:sch[oö]n|dir|ihnen))?|vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias|ありがとう(?:ございます)?)$/iu,
  help: /^(?:help(?: me)?(?: please)?|please help(?: me)?|how does this work|how do (?:i|you) (?:use (?:this|you|it)|work)|what can (?:you|i) do(?: here)?|what do you do|who are you|what are you|commands|hilfe|aide|ayuda|助けて|ヘルプ)$/iu,
};

/** The kinds of message that ask nothing about the articles. */
export type Chat = 'greeting' | 'thanks' | 'help';

/** Forms of address that add nothing. */
const CALLED =
  /(?:^|[\s,]+)(?:there|all|everyone|everybody|team|folks|guys|desk|bot|pullquote|again|much appreciated)(?=$|[\s,])/giu;

/** The kind of a message that is only small talk: "thanks!", "hi there", "help". An emoji such as a smile counts as thanks. */
export function onlyChat(text: string): Chat | undefined {
  const plain = text.replace(/[^\p{L}\p{M}\p{N}\s,'’]+/gu, ' ').replaceAll('’', "'");
  const said = plain.replace(/\s+/gu, ' ').trim();
  if (said === '') return text.trim() === '' || /^[\s?]*$/u.test(text) ? undefined : 'thanks';
  const parts = [said, ...said.split(',')].map((part) => part.replaceAll(CALLED, ' ').trim());
  const [whole = '', ...each] = parts.map((part) => part.replace(/^(?:and|so)\s+|,/giu, '').trim());
  const kindOf = (part: string): Chat | undefined =>
    (Object.keys(ONLY_CHAT) as Chat[]).find((kind) => ONLY_CHAT[kind].test(part));
  const known = kindOf(whole);
  if (known) return known;
  const kinds = each.filter((part) => part !== '').map(kindOf);
  return kinds.length > 0 && kinds.every((kind) => kind !== undefined) ? kinds.at(-1) : undefined;
}

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
