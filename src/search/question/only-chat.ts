/** The kinds of message that ask nothing about the articles. */
export type Chat = 'greeting' | 'thanks' | 'help';

/** Whole messages of each kind, or the parts between their commas, in the languages of replies. Lower case, without accents or marks. */
const SAID: Readonly<Record<Chat, readonly string[]>> = {
  greeting: [
    'hi+|hello|hey+|hiya|howdy|yo|(?:good )?(?:morning|afternoon|evening|day)|greetings',
    'hallo|hallochen|moin(?: moin)?|servus|gruezi|gru(?:ss|ß) gott|(?:guten? )?(?:morgen|tag|abend)',
    'bonjour|bonsoir|salut|coucou',
    'hola|(?:muy )?buen[oa]s?(?: (?:dias?|tardes|noches))?',
    'こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|やあ|もしもし',
  ],
  thanks: [
    '(?:many |no |ok(?:ay)? )?(?:thanks?|thank (?:you|u)|thx|ty|cheers|ta)(?: (?:you|a lot|a million|so much|very much|mate|again|for (?:the|your|that|all your) (?:help|answer)))?',
    "(?:(?:this|that)(?:'s| is| was) |very |so )?(?:great|perfect|nice|good|cool|helpful|useful|awesome|brilliant|lovely|ok(?:ay)?|super)(?: (?:bot|job|work|one|stuff))?",
    'got it|well done|(?:this|that) (?:really )?helps(?: a lot)?|much appreciated|(?:good ?)?bye(?: bye)?|good night|see you(?: later)?',
    '(?:(?:vielen|besten|herzlichen|lieben|tausend) )?dank(?:e|eschon)?(?: (?:schon|sehr|dir|ihnen|euch|vielmals))*|alles klar|prima|toll|klasse|tschuss|auf wiedersehen|gute nacht',
    "(?:super |ok |un grand |grand |mille )?merci(?: (?:beaucoup|bien|a (?:toi|vous)|infiniment|d'avance))*|je (?:te|vous) remercie(?: beaucoup)?|(?:c'est )?(?:parfait|genial|super|d'accord)|tres bien|au revoir|a bientot",
    '(?:muchas |muchisimas |mil |ok )?gracias(?: (?:por (?:la|tu|su) ayuda|de nuevo))?|te lo agradezco|se lo agradezco|perfecto|genial|estupendo|vale|muy bien|adios|hasta luego',
    '(?:どうも|本当に)?ありがとう(?:ござい(?:ます|ました))?|どうも|サンキュー|助かり(?:ます|ました)|感謝(?:します)?|了解(?:です|しました)?|さようなら',
  ],
  help: [
    '(?:please )?help(?: me)?(?: please)?|usage|manual|(?:list )?commands|what commands are there|what is this(?: bot)?',
    'how (?:does|do) (?:this|it|you|i|the bot) (?:bot )?(?:work|use (?:this|you|it))|how do (?:i|you) work|what (?:can|do) (?:you|i) (?:do|ask)(?: here)?|(?:who|what) are you',
    '(?:bitte )?hilfe(?: bitte)?|hilf mir|wie (?:funktioniert|geht) das|was kannst du(?: alles)?|was konnen sie|wer (?:bist du|sind sie)|befehle',
    "(?:a l')?aide(?: (?:moi|nous))?|aide[rz](?: (?:moi|nous))?|comment ca (?:marche|fonctionne)|(?:que peux tu|que pouvez vous) faire|qui (?:es tu|etes vous)|(?:quelles sont les )?commandes",
    'ayuda(?:me)?(?: por favor)?|(?:necesito )?ayuda|como funciona(?: esto)?|que (?:puedes|puede) hacer|que haces|quien (?:eres|es usted)|comandos',
    '(?:ヘルプ|助けて)(?:ください)?|(?:使い方|使いかた)(?:を教えて(?:ください)?|は)?|何ができ(?:る|ます)(?:か|の)?|(?:あなたは)?誰ですか',
  ],
};
const WHOLE = Object.entries(SAID).map(
  ([kind, said]) => [kind as Chat, new RegExp(`^(?:${said.join('|')})$`, 'u')] as const,
);

/** Forms of address that add nothing. */
const CALLED =
  /(?:^|[\s,]+)(?:there|all|everyone|everybody|team|folks|guys|desk|bot|pullquote|again|zusammen|an alle|leute|a tous|tout le monde|a tod[oa]s|equipo|皆さん|みなさん)(?=$|[\s,])/gu;

/** The kind of a message that is only small talk: "thanks!", "hi there", "help". An emoji such as a smile counts as thanks, a lone question mark as a call for help. */
export function onlyChat(text: string): Chat | undefined {
  const plain = plainly(text).replace(/[^\p{L}\p{M}\p{N}\s,']+/gu, ' ');
  const said = plain.replace(/\s+/gu, ' ').trim();
  if (said === '') return text.trim() === '' ? undefined : /^[\s¿?？]*$/u.test(text) ? 'help' : 'thanks';
  const parts = [said, ...said.split(',')].map((part) => part.replaceAll(CALLED, ' ').trim());
  const [whole = '', ...each] = parts.map((part) => part.replaceAll(/^(?:and|so) +|,/gu, '').trim());
  const known = kindOf(said) ?? kindOf(whole);
  if (known) return known;
  const kinds = each.filter((part) => part !== '').map(kindOf);
  return kinds.length > 0 && kinds.every((kind) => kind !== undefined) ? kinds.at(-1) : undefined;
}

const kindOf = (part: string): Chat | undefined => WHOLE.find(([, pattern]) => pattern.test(part))?.[0];

/** A text in lower case with straight apostrophes and without accents on Latin letters; kana keep their voicing marks. */
export const plainly = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'");
