import { CALENDAR_WORDS } from './months.ts';
import { NUMBER_WORDS, ORDINALS } from './numbers.ts';

/**
 * What a word can be part of: a date, a sum, a place and so on. One bit each, so that a word can be several things. Determined from the
 * folded word alone, once for each distinct word of the archive.
 */
export const CLASS = {
  digit: 1,
  year: 2,
  month: 4,
  era: 8,
  numeral: 16,
  currency: 32,
  magnitude: 64,
  percent: 128,
  ordinal: 256,
  duration: 512,
  measure: 1024,
  organisation: 2048,
  title: 4096,
  reason: 8192,
  placePreposition: 16_384,
  placeNoun: 32_768,
  stop: 65_536,
  copula: 131_072,
  pronoun: 262_144,
  negation: 524_288,
  purpose: 1_048_576,
  agent: 2_097_152,
} as const;

const WORDS: Readonly<Partial<Record<keyof typeof CLASS, string>>> = {
  month: `${[...CALENDAR_WORDS].join(' ')} jan feb mar apr jun jul aug sept sep oct nov dec`,
  era: 'century centuries decade decades bc ad bce ce era today yesterday tomorrow ago spring summer autumn winter midnight noon night morning evening',
  numeral: `${NUMBER_WORDS.join(' ')} hundred hundreds thousand thousands dozen dozens half third thirds quarter quarters twice single double triple couple several once none`,
  currency:
    'dollar dollars euro euros pound pounds sterling yen yuan rupee rupees cent cents usd eur gbp franc francs marks ruble rubles bitcoin',
  magnitude: 'hundred thousand million millions billion billions trillion trillions m bn tn',
  percent: 'percent percentage',
  ordinal: `${ORDINALS.join(' ')} last nth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th`,
  duration:
    'year years month months week weeks day days hour hours minute minutes second seconds decade decades century centuries',
  measure:
    'km kilometre kilometres kilometer kilometers m metre metres meter meters mile miles foot feet ft inch inches cm mm kg kilogram kilograms ' +
    'gram grams ton tons tonne tonnes lb lbs acre acres hectare hectares mph kmh degree degrees litre litres liter liters gallon gallons ' +
    'watt watts kw mw volt volts hz mhz ghz gb mb tb barrel barrels sq square cubic knots horsepower hp psi bar kpa mpa newton newtons',
  organisation:
    'inc corp corporation company companies ltd llc plc group bank fund university college school institute party agency ministry department ' +
    'council commission committee association union league club church court parliament congress senate army navy force forces government ' +
    'organization organisation society foundation board bureau office authority federation alliance team network press times',
  title:
    'mr mrs ms dr sir lord lady king queen prince princess president minister chancellor emperor empress pope bishop archbishop saint general ' +
    'colonel captain major professor judge justice senator governor mayor chief ceo founder director duke count earl khan sultan chairman secretary',
  reason:
    'because since due owing thanks therefore thus hence caused causes cause causing reason reasons result resulted results resulting ' +
    'led leads leading consequently explain explains explaining explained so',
  purpose:
    'to order purpose aim aims aimed goal intended designed enable enables allow allows allowing avoid prevent ensure',
  placePreposition:
    'in at near from to outside inside within across around into toward towards throughout off along on',
  placeNoun:
    'city town village country state province region river lake sea ocean island islands mountain mountains county district area capital street ' +
    'road park bay valley coast border continent territory harbor port north south east west northern southern eastern western',
  copula: 'is are was were be being been means refers called known named termed defined',
  pronoun: 'he she it they this these those such its his her their him them',
  negation: 'not no never without neither nor cannot t',
  agent: 'by',
};

const BITS = new Map<string, number>();
for (const [name, list] of Object.entries(WORDS)) {
  const bit = CLASS[name as keyof typeof CLASS];
  for (const word of list.split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | bit);
}

/** The classes of a folded word, as bits of {@link CLASS}. */
export function classOf(folded: string): number {
  let bits = BITS.get(folded) ?? 0;
  if (/^\p{N}|^[$€£¥]\p{N}/u.test(folded)) bits |= digitClass(folded);
  return bits;
}

function digitClass(folded: string): number {
  let bits: number = CLASS.digit;
  if (/^(?:1[0-9]|20)\d\d(?:s|'s)?$/u.test(folded)) bits |= CLASS.year;
  if (/^\d{2}0?0?s$/u.test(folded)) bits |= CLASS.era;
  if (/^\d+(?:st|nd|rd|th)$/u.test(folded)) bits |= CLASS.ordinal;
  if (/^[$€£¥]/u.test(folded)) bits |= CLASS.currency;
  if (folded.endsWith('%')) bits |= CLASS.percent;
  return bits;
}
