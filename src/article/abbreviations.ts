/**
 * What the point after an abbreviation says about the word that follows. `title`: a name always follows, so no
 * sentence ends here. `number`: no sentence ends before a number. `anywhere`: in the middle of a sentence or
 * at its end; the next word tells. `end`: a capitalised word after it begins the next sentence. `clock`: like `anywhere`, but a time zone, a day or a month may follow too.
 */
export type AbbreviationUse = 'title' | 'number' | 'anywhere' | 'end' | 'clock';

type Group = Readonly<{ uses: readonly AbbreviationUse[]; capitalised: boolean; words: string }>;

/**
 * Abbreviations of news text, in lower case and without the last point; English first, then the commonest of
 * German, French, Spanish, Italian, Portuguese and Dutch. Words that are also ordinary words in lower case
 * ("sat", "mass", "gen") count only when capitalised.
 */
const GROUPS: readonly Group[] = [
  {
    uses: ['title'],
    capitalised: true,
    words: `mr mrs ms messrs dr drs prof gen maj col lt capt cpt sgt cpl pvt cmdr adm brig insp supt det sen sens
      rep reps gov govs pres amb atty rev hon msgr fr bro mt ft pte
      mme mlle mm sra srta dra sta dña exmo sig dott avv dhr mevr mw hr`,
  },
  {
    uses: ['title'],
    capitalised: false,
    words: `vs v e.g i.e eg ie cf viz resp incl approx esp a.k.a p.s nr bzw z.b d.h vgl evtl ggf inkl bijv`,
  },
  {
    uses: ['number'],
    capitalised: false,
    words: `no nos n° nº p pp vol vols ch chap fig figs sect para ver op ca c circa núm pág tel ext rs`,
  },
  { uses: ['number'], capitalised: true, words: `art arts sec par abs est` },
  {
    uses: ['number', 'anywhere'],
    capitalised: true,
    words: `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`,
  },
  {
    uses: ['anywhere'],
    capitalised: true,
    words: `co cos dist rel inst intl natl mfg cie sa ste pl ln ala ariz ark calif colo conn del fla ga ill ind
      kan kans ky mass md mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo
      ont que`,
  },
  {
    uses: ['anywhere'],
    capitalised: false,
    words: `inc ltd llc llp plc corp bros assn assoc dept univ gmbh nv bv jr sr esq phd st rd ave blvd hwy sq pkwy
      bldg apt rte twp al lb lbs oz yr yrs hrs ed eds ibid str mio mrd av env govt misc temp`,
  },
  { uses: ['end'], capitalised: false, words: `etc usw enz` },
  { uses: ['clock'], capitalised: false, words: `a.m p.m` },
];

type Entry = { capitalised: boolean; uses: readonly AbbreviationUse[] };

const ENTRIES = new Map<string, Entry[]>();
for (const { uses, capitalised, words } of GROUPS) {
  for (const word of words.split(/\s+/u))
    ENTRIES.set(word, [...(ENTRIES.get(word) ?? []), { capitalised, uses }]);
}

/** Letters or capitalised syllables, each with its point: `U.S`, `Ph.D`, `p.m`; not `co.uk`. */
const POINTED = /^(?:(?:\p{L}|\p{Lu}\p{L}{1,2})\.){1,6}(?:\p{L}|\p{Lu}\p{L}{1,2})$/u;
/** A capitalised word without a vowel is shortened, whether it is listed or not: `Bldg`, `Pvt`. */
const WITHOUT_VOWEL = /^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}$/u;

/** What an abbreviation's point can mean; empty when the word before the point is no abbreviation. */
export function abbreviationUses(word: string): readonly AbbreviationUse[] {
  const folded = word.toLowerCase();
  const isCapitalised = word[0] !== folded[0];
  const uses = (ENTRIES.get(folded) ?? [])
    .filter(({ capitalised }) => isCapitalised || !capitalised)
    .flatMap((entry) => entry.uses);
  if (uses.length > 0) return uses;
  return POINTED.test(word) || WITHOUT_VOWEL.test(word) ? ['anywhere'] : [];
}

const NAMES_WITH_MARK = new Set(`yahoo yum jeopardy wham panic jeb joomla bang guess e`.split(' '));

/** True for names that are written with an exclamation or question mark: `Yahoo!`, `Jeopardy!`. */
export function isNameWithMark(word: string): boolean {
  return NAMES_WITH_MARK.has(word.toLowerCase());
}
