/**
 * What the dot of an abbreviation means for the next word. `title`: a name follows, so no sentence ends here. `number`: no sentence ends
 * before a number. `anywhere`: may end a sentence; the next word decides. `end`: a capitalised word after it begins a sentence. `clock`:
 * like `anywhere`, but a time zone, day or month may also follow.
 */
export type AbbreviationUse = 'title' | 'number' | 'anywhere' | 'end' | 'clock';

type Group = Readonly<{ uses: readonly AbbreviationUse[]; capitalised: boolean; words: string }>;

/**
 * Abbreviations in news, lower case without the last dot: English first, then the most common of German, French, Spanish, Italian,
 * Portuguese, Dutch and Russian. Those that are also ordinary words ("sat", "mass", "gen") count only when capitalised.
 */
const GROUPS: readonly Group[] = [
  {
    uses: ['title'],
    capitalised: true,
    words: `ms gen maj col cpt pvt adm brig insp det rep reps govs sens pres amb atty rev hon msgr fr bro mt ft pte
      mm sta exmo hr fa`,
  },
  {
    uses: ['title'],
    capitalised: false,
    words: `mr mrs messrs dr drs prof lt capt sgt cpl cmdr supt sen gov mme mlle sra srta dra dña sig dott avv dhr mevr mw
      vs v e.g i.e eg ie cf viz resp incl approx esp a.k.a p.s nr bzw z.b d.h vgl evtl ggf inkl bijv т.е им ул`,
  },
  {
    uses: ['number'],
    capitalised: false,
    words: `no nos n° nº p pp vol vols ch chap fig figs para ver op ca c circa núm pág tel fax ext rs art ft стр`,
  },
  { uses: ['number'], capitalised: true, words: `arts sec sect par abs est` },
  {
    uses: ['number', 'anywhere'],
    capitalised: true,
    words: `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`,
  },
  {
    uses: ['anywhere'],
    capitalised: true,
    words: `co cos dist rel inst mfg cie apt sa ste pl ln ala ariz ark calif colo conn del fla ga ill ind
      kan kans ky mass md mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo
      ont que`,
  },
  {
    uses: ['anywhere'],
    capitalised: false,
    words: `inc ltd llc llp plc corp bros assn assoc dept univ gmbh nv bv jr sr esq phd st rd ave blvd hwy sq pkwy
      bldg rte twp al lb lbs oz yr yrs hrs ed eds ibid str mio mrd av env govt misc asst attn cont
      natl intl prev orig illus anon pseud feat hosp
      deg г гг млн млрд тыс`,
  },
  { uses: ['end'], capitalised: false, words: `etc usw enz т.д т.п др руб` },
  { uses: ['clock'], capitalised: false, words: `a.m p.m` },
];

/** Uses by abbreviation, for lower-case and for capitalised words. */
const LOWER_CASE = new Map<string, AbbreviationUse[]>();
const CAPITALISED = new Map<string, AbbreviationUse[]>();
for (const { uses, capitalised, words } of GROUPS) {
  for (const word of words.split(/\s+/u)) {
    CAPITALISED.set(word, [...(CAPITALISED.get(word) ?? []), ...uses]);
    if (!capitalised) LOWER_CASE.set(word, [...(LOWER_CASE.get(word) ?? []), ...uses]);
  }
}

/** Letters or capitalised syllables, each with a dot: `U.S`, `Ph.D`, `p.m`; not `co.uk`. */
const POINTED = /^(?:(?:\p{L}|\p{Lu}\p{L}{1,2})\.){1,6}(?:\p{L}|\p{Lu}\p{L}{1,2})$/u;
/** A capitalised word without a vowel is an abbreviation even if it is not listed: `Bldg`, `Pvt`. */
const WITHOUT_VOWEL = /^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}$/u;

/** The possible uses of an abbreviation's dot; empty for any other word. */
export function abbreviationUses(word: string): readonly AbbreviationUse[] {
  const folded = word.toLowerCase();
  const uses = (word[0] === folded[0] ? LOWER_CASE : CAPITALISED).get(folded);
  if (uses !== undefined) return uses;
  return POINTED.test(word) || WITHOUT_VOWEL.test(word) ? ['anywhere'] : [];
}

const NAMES_WITH_MARK = new Set(['Yahoo', 'Yum', 'Jeopardy', 'Wham', 'Jeb', 'Joomla', 'E']);

/** Whether a word can be an abbreviation in any case: `prof`, but also `mass`. */
export function mayBeAbbreviation(word: string): boolean {
  return CAPITALISED.has(word.toLowerCase()) || POINTED.test(word);
}

/** True for names that are written with an exclamation mark: `Yahoo!`, `Jeopardy!`. */
export function isNameWithMark(word: string): boolean {
  return NAMES_WITH_MARK.has(word);
}
