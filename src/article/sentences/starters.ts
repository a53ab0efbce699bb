const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/**
 * Words that, capitalised after an abbreviation, begin a new sentence rather than continue a name: "in the U.S. The", as opposed to "the
 * U.S. Senate". Function words, and plural nouns that often begin news sentences; without those that are also names or months (Will,
 * May, Mark).
 */
const STARTERS = setOf(`
  The A An This That These Those There Here It He She We They I You One Some Many Most All Both Each Every
  Another Other Others Several Such Any No None Few Half His Her Its Our Their My Your
  In On At By For From With Without Within Of To Into Over Under About After Before Since Until During Through
  Throughout Despite Among Amid Between Against Across According Around Along Beyond Besides Near Like Unlike
  But And Or So Nor Yet If When Whenever While Where Whether Why How What Who Whose Which Because As Although
  Though Unless Once Is Are Was Were Do Does Did Have Has Had Can Could Would Should Must Not Then Than Thus
  Therefore However Meanwhile Moreover Furthermore Also Instead Perhaps Maybe Still Even Only Just Now Today
  Yesterday Tomorrow Tonight Later Earlier Recently Currently Previously Finally Eventually Additionally
  Nevertheless Nonetheless Indeed Often Sometimes Usually Never Always Please Let Let's It's He's She's That's
  There's What's I'm I've I'd I'll We're We've We'll They're They've You're You'll Don't Didn't Doesn't Isn't
  Officials Police Authorities Analysts Investors Shares Critics Experts Researchers Scientists Prosecutors
  Lawyers Supporters Opponents Residents Witnesses People Asked Based Founded Nearly Almost Two Three Four Five
  Again Next Soon Together Similarly Likewise Consequently Subsequently Accordingly Hence Initially Originally
  Ultimately Generally Typically Specifically Overall Afterwards Elsewhere Unfortunately Fortunately Apparently
  Clearly Certainly Nothing Everything Everyone Someone Something Nobody Much Neither Either Whatever Rather
  Regardless Following Using Given Due Thanks Upon Being Having Further`);

/** Words that introduce or continue a report of speech: `"Why?" he asked`. */
const REPORTING = setOf(`
  said says say asked asks ask replied added adds answered told tells wrote writes recalled joked shouted cried
  wondered explained insisted exclaimed declared whispered yelled quipped demanded thought`);

const TIME_QUALIFIERS = setOf(`
  ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST Eastern Central Pacific Mountain Zulu
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April May June July August September October
  November December Jan Feb Mar Apr Aug Sept Oct Nov Dec`);

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/uy;

/** Longer than any word looked up here; bounds the time per word. */
const LONGEST_WORD = 24;

/** The word at an offset, up to {@link LONGEST_WORD} units; empty if there is none. */
export function wordAt(text: string, index: number): string {
  WORD.lastIndex = 0;
  return WORD.exec(text.slice(index, index + LONGEST_WORD))?.[0] ?? '';
}

/** Whether a capitalised word that begins sentences is at an offset, and is not an initial ("A. Milne"). */
export function isStarter(text: string, index: number): boolean {
  const word = wordAt(text, index);
  if (!STARTERS.has(word.replace('’', "'"))) return false;
  return word.length > 1 || text[index + 1] !== '.';
}

/** Whether a time zone, day or month is at an offset, which continues a time: "5 p.m. Friday". */
export function isTimeQualifier(text: string, index: number): boolean {
  return TIME_QUALIFIERS.has(wordAt(text, index));
}

/** Longest name before a reporting verb: "Chief Executive Tim Cook said". Words. */
const LONGEST_SPEAKER = 4;

/** Whether a reporting clause is at an offset: "he asked", "Tim Cook said", "asked Smith". "He asked" begins a sentence instead. */
export function isReportingClause(text: string, index: number): boolean {
  let word = wordAt(text, index);
  if (word !== 'I' && STARTERS.has(word)) return false;
  let at = index;
  for (let count = 0; count <= LONGEST_SPEAKER && word !== ''; count++) {
    if (REPORTING.has(word)) return true;
    at += word.length;
    if (text[at] !== ' ') return false;
    at++;
    word = wordAt(text, at);
  }
  return false;
}
