import { withoutDates } from '../../../article/dates.ts';
import { folded, oneLine } from '../fold.ts';
import { DATE_LABEL } from './date-line.ts';
import { nameOnLine } from './names.ts';

/** "By Ann Lee", "Von Bo Ek, Berlin", "By ANN LEE and BO EK | 4 March 2026": nothing but a lead, names and what follows names. */
const LEAD =
  /^(?:by|von|par|por|di|door|text|words by|written by|(?:story|report|posted|published|submitted) by|autor(?:in)?|auteur|автор)(?:\s*[:：]\s*|\s+)/iu;
const NAME = String.raw`\p{Lu}[\p{L}'’.-]*`;
const NAMES = new RegExp(
  String.raw`^${NAME}(?:\s+(?:(?:van|von|der|den|de|del|da|di|la|le|bin|al|el|zu|ter|y|e)\s+){0,3}${NAME}){0,4}(?:\s*(?:,|&|and|und|et|y|e)\s*${NAME}(?:\s+${NAME}){1,3}){0,5}`,
  'u',
);
const LINE_MAX = 120;
const SENTENCE_END = /[.!?…。！？]["'”’»)]*$/u;

const WHOLE_NAME = new RegExp(NAMES.source + '$', 'u');
/** Stands for a date that was taken out of a line. */
const DATE = '\u2016';
const BESIDE = /^[\s\u2016|·•,–—-]+|[\s\u2016|·•,–—-]+$/gu;

/** The label of a date before a name: "Posted on 4 March 2026 by Ann Lee". */
const BEFORE = new RegExp(String.raw`^(?:${DATE_LABEL.source}|[\s\u2016|·•,:–—-])*\u2016[\s,|·•–—-]*`, 'iu');

/** The name that a line such as "By Ann Lee" or "Ann Lee | 4 March 2026" gives, `undefined` for another line. */
export function namedOnLine(text: string): string | undefined {
  const line = oneLine(text);
  if (line.length > LINE_MAX || SENTENCE_END.test(line)) return undefined;
  const dateless = withoutDates(line, DATE).replace(BEFORE, '').replace(BESIDE, '');
  const lead = LEAD.exec(dateless)?.[0];
  if (lead === undefined) return dateless === line ? undefined : wholeName(dateless);
  const rest = dateless.slice(lead.length);
  const names = NAMES.exec(rest)?.[0];
  if (names === undefined || !names.includes(' ')) return undefined;
  // "By Ann Lee the water had risen" is the beginning of a sentence.
  return /^\s*(?:$|[\u2016,|·•–—/(\d@-]|\p{Lu}|(?:in|for|at|on|am|um|vom|den|le|el|il|dal|published|updated)\b)/u.test(
    rest.slice(names.length),
  )
    ? nameOnLine(names)
    : undefined;
}

/** Words of sections and papers, which have capitals too. */
const SECTION =
  /(?<!\p{L})(?:news|sports?|politics|politik|business|wirtschaft|opinion|world|local|culture|kultur|health|science|tech|technology|blog|story|stories|article|press|release|report|update|magazine|post|daily|times|courier|gazette|journal|read|min|comments?)(?!\p{L})/iu;

/** A line that is a name by its looks, as one that stands alone beside a date: two words or more with capitals, and none of a label or section. */
export function wholeName(rest: string): string | undefined {
  if (SECTION.test(rest)) return undefined;
  const isName = WHOLE_NAME.test(rest) && rest.includes(' ') && rest.replace(DATE_LABEL, '') === rest;
  return isName ? nameOnLine(rest) : undefined;
}

/** Whether a line says who wrote the article and no more. Known authors are looked for near the headline only. */
export function isBylineLine(text: string, byline: string | undefined, nearHeadline: boolean): boolean {
  if (!nearHeadline) return false;
  if (namedOnLine(text) !== undefined) return true;
  if (byline === undefined || SENTENCE_END.test(text)) return false;
  const line = folded(text);
  const names = folded(byline).split(', ');
  return line.length <= byline.length + 60 && names.every((name) => line.includes(name));
}

/** The name after "by" in a statement of a page about an entry: "This entry was posted in News on 4 March 2026 by Ann Lee." */
export function namedInStatement(text: string): string | undefined {
  const line = withoutDates(oneLine(text), DATE);
  if (line.length > 2 * LINE_MAX) return undefined;
  const after = /(?:^|[\s|·•\u2016,])(?:by|von|par|por|di)\s+(?=\p{Lu})/u.exec(line);
  if (after === null) return undefined;
  const names = NAMES.exec(line.slice(after.index + after[0].length))?.[0];
  return names?.includes(' ') === true ? nameOnLine(names.replace(/[.,]+$/u, '')) : undefined;
}
