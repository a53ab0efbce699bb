import type { Document } from '../../article/article.ts';
import { passageOf, spanOf, type Passage } from '../answer.ts';

/** What ends a description: punctuation, or a word that opens a new clause. */
const UNTIL =
  '(?=[,.;:!?)—]|\\s(?:and|but|which|who|that|has|have|had|is|was|are|were|will|would|said|says)\\b|$)';
const CLAUSE = '[^,.;:!?()—]{3,160}?';
/** A whole phrase between commas, with what it joins by "and", but no clause of its own. */
const PHRASE =
  '(?:(?!\\s(?:which|who|that|has|have|had|is|was|are|were|will|would|said|says)\\b)[^,.;:!?()—]){3,160}(?=,)';
/** Whose somebody or something is, before what it is. */
const OWNER = "(?:\\p{Lu}[\\p{L}-]*\\s){0,3}\\p{Lu}[\\p{L}-]*(?:['’]s|s['’])\\s";
/** A phrase that another article opens within only behind a preposition: "the head of the port", not "the state paid a". */
const WITHIN =
  '(?:(?!(?<!\\b(?:of|for|at|in|from|with|on|and)\\s)(?<=\\s)(?:an?|the|its|his|her|their)\\s)[^,.;:!?()—]){3,160}?';
/** Words that a phrase before a name does not end with or hold: what they open is about something else. */
const LINK =
  'that|which|who|of|for|by|in|on|with|from|to|at|and|or|as|than|when|while|where|if|because|after|before|about|into|over|under|between|against|the|an?|' +
  'is|was|are|were|has|have|had|will|would|said|says';
/** Where a description may begin. */
const BREAK = '(?<=^|[\\s(“"‘\'])';
/** Stands for the name in the patterns and in the sentence that they are held against; no article holds it. */
const NAME = '\u0000';

/** Titles and trades that stand before a name without an article ("spokesman Peter Okafor"), and what may stand before them. */
const MODIFIER =
  'former|acting|deputy|detective|vice|assistant|chief|prime|foreign|finance|interior|justice|health|transport|defen[cs]e|education|police|company|team|' +
  'club|government|council|lead|senior|head|national|federal|state|city|district|board|union|party|supreme court|founding|rival|law';
const ROLE =
  'executive|president|chairman|head|leader|captain|adviser|chairwoman|chair|director|manager|(?:co-)?founder|(?:co-)?owner|boss|ceo|spokes(?:man|woman|person)|minister|' +
  'chancellor|premier|mayor|governor|senator|congress(?:man|woman)|lawmaker|judge|justice|prosecutor|lawyer|attorney|chief|officer|sheriff|' +
  'general|colonel|sergeant|commander|ambassador|secretary|treasurer|superintendent|commissioner|councillor|member|coach|trainer|' +
  'striker|goalkeeper|midfielder|defender|player|singer|actor|actress|(?:co-)?author|writer|novelist|poet|artist|painter|composer|conductor|' +
  'professor|researcher|scientist|economist|analyst|historian|engineer|architect|doctor|surgeon|nurse|teacher|farmer|plaintiff|defendant|' +
  'king|queen|prince|princess|pope|bishop|archbishop|investigator|activist|editor|reporter|correspondent|astronaut|' +
  'company|firm|group|bank|maker|operator|retailer|carmaker|airline|start-?up|fund|investor|rival|competitor|agency|union|charity|newspaper|subsidiary';
const TITLE = `(?:(?:${MODIFIER}) )*(?:${ROLE})`;
/** An age between a name and what it is. */
const AGED = '(?:, \\d{1,3})?';

/** First names before the name that is looked for. */
const GIVEN = "(?:(?-i:\\p{Lu})[\\p{L}’'-]*\\s){0,2}";

/** How sure a way of describing is (lower comes first), and its pattern, with the description in the group `what`. */
type Way = Readonly<{ rank: number; pattern: RegExp }>;
/** `u` as flags: capitals count. */
const way = (rank: number, pattern: string, flags = 'iu'): Way => ({
  rank,
  pattern: new RegExp(pattern, flags),
});

/** The ways an article says who or what a name is. */
const WAYS: readonly Way[] = [
  // Temasek (a Singaporean sovereign fund), but not an abbreviation: Federal Vehicle Office (FVO)
  way(0, `${NAME} \\((?<what>(?:an?|the)\\s[^()]{3,160}|(?![\\p{Lu}.]+\\))[^()\\d]{3,160})\\)`, 'u'),
  // Lumera, the chip designer founded by Ivo Sand and Carla Reyes, grows
  way(1, `${NAME}(?:['’]s)?${AGED}, (?<what>(?:an?|the|one of)\\s${PHRASE})`),
  // Suning, a Chinese household appliances distributor.
  way(1, `${NAME}${AGED}, (?<what>(?:an?|the|one of)\\s${CLAUSE})${UNTIL}`),
  // Castle Brands, Dunmore's largest shareholder,
  way(1, `${NAME}${AGED}, (?<what>${OWNER}${CLAUSE})${UNTIL}`, 'u'),
  // Ingrid Solberg, chief executive of Norvik Bank,
  way(1, `${NAME}${AGED}, (?<what>${TITLE} (?:of|at|for|with) ${CLAUSE})${UNTIL}`),
  // Elena Quiroga, who is a former teacher,
  way(
    1,
    `${NAME}${AGED}, (?:who|which) (?:is|was) (?:also |now |once )?(?<what>(?:an?|the|one of)\\s${CLAUSE})${UNTIL}`,
  ),
  // Alibaba is not only an e-commerce giant in China
  way(
    2,
    `${NAME}(?:${AGED},)? (?:is|was|are|were|became|remains) (?:not only |also |now )?(?<what>(?:an?|the|one of)\\s[^,.;:!?()—]{3,160})`,
  ),
  // Amadou Sankara, who leads the trial,
  way(
    2,
    `${NAME}${AGED}, (?<what>(?:who|which) (?:leads|led|heads|headed|runs|ran|founded|co-founded|owns|owned|chairs|chaired|represents|represented|invented|wrote|designed|built|makes|operates)\\s${CLAUSE})${UNTIL}`,
  ),
  // a lawyer, Jane Doe, said; The regulator, the Federal Vehicle Office (FVO),
  way(
    2,
    `${BREAK}(?<what>(?:an?|the|its|his|her|their)\\s${WITHIN}), (?:the )?${NAME}(?: \\([^()]{2,12}\\))?[,.]`,
  ),
  // Osei's lawyer, Daniel Crewe, said
  way(2, `${BREAK}(?<what>${OWNER}${CLAUSE}), ${NAME}[,.]`, 'u'),
  // the fund known as Temasek
  way(
    2,
    `(?<what>(?:an?|the)\\s${CLAUSE}),? (?:once |also |now |formerly )?(?:known as|called|named|dubbed) ${NAME}`,
  ),
  // Judge Alicia Romero; Ferrum's co-founder Noor Haddad
  way(3, `${BREAK}(?<what>(?:\\p{L}[\\p{L}-]*(?:['’]s|s['’]) )?${TITLE}) ${GIVEN}${NAME}`),
  // the village of Bel
  way(
    3,
    `${BREAK}(?<what>(?:an?|the)\\s(?:\\p{L}[\\p{L}-]*\\s){0,3}?(?:village|town|city|capital|port|suburb|district|county|province|region|state|island|republic|kingdom)) of ${NAME}`,
  ),
  // the Chinese giant Alibaba; Its platform Viper
  way(
    3,
    `${BREAK}(?<what>(?:an?|the|its|his|her|their)\\s(?:(?!(?:${LINK})\\s)\\p{L}[\\p{L}’'-]*\\s){0,3}(?!(?:${LINK})\\s)(?-i:\\p{Ll})[\\p{Ll}’'-]*) ${GIVEN}${NAME}`,
  ),
];

/** A sentence that says who or what a name is; its only span is the description. */
export type Description = Readonly<{ passage: Passage; rank: number }>;

/** How a sentence describes a name in the surest way it does; the rank is 0 for the surest. */
export function descriptionIn(passage: Passage, name: string): Description | undefined {
  return describer(name)?.(passage);
}

function describer(name: string): ((passage: Passage) => Description | undefined) | undefined {
  const wanted = namePattern(name);
  return wanted && ((passage) => describe(passage, wanted));
}

/** How the articles describe a name, the surest ways first, then in the order of the archive. Each sentence once. */
export function descriptions(documents: readonly Document[], name: string): Description[] {
  const describeIn = describer(name);
  if (!describeIn) return [];
  const found = documents.flatMap((document) =>
    document.sentences.flatMap((sentence) => describeIn(passageOf(document, sentence)) ?? []),
  );
  return found.toSorted((a, b) => a.rank - b.rank);
}

/** The surest description of a name in a sentence; the first of those as sure. */
function describe(passage: Passage, name: RegExp): Description | undefined {
  const named = [...passage.quote.matchAll(name)];
  for (const { rank, pattern } of WAYS) {
    for (const { index, 0: found } of named) {
      const { offset, marked } = around(passage.quote, index, found.length);
      const match = pattern.exec(marked);
      const what = match?.groups?.['what']?.trimEnd();
      if (!match || what === undefined) continue;
      const at = offset + match.index + match[0].indexOf(what);
      const start = at < index ? at : at + found.length - NAME.length;
      return { passage: { ...passage, spans: [spanOf(passage, start, start + what.length)] }, rank };
    }
  }
  return undefined;
}

/** Characters on each side of a name that can describe it; keeps time linear in sentences of any length. */
const NEAR = 400;

/** The words around a name, with {@link NAME} in its place, and where they begin. */
function around(text: string, index: number, length: number): { offset: number; marked: string } {
  const low = Math.max(0, index - NEAR);
  // Not within a word.
  const offset = low === 0 ? 0 : Math.min(index, low + text.slice(low, index).search(/\s|$/u));
  const end = index + length;
  return { offset, marked: text.slice(offset, index) + NAME + text.slice(end, end + NEAR) };
}

/** A name as a pattern: its words with any white space between, straight or curly apostrophes, whole words only, in any case. */
function namePattern(name: string): RegExp | undefined {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return undefined;
  const escaped = parts.map((part) =>
    part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
