import type { Slice } from '../../../article/article.ts';
import type { Speaker } from './phrase.ts';
import { keyOf } from './text-tokens.ts';

/** A name in Japanese text: characters, or words of another script joined by dots or spaces. */
const NAME = String.raw`[\p{sc=Han}\p{sc=Katakana}ー]+(?:[・＝ ][\p{sc=Han}\p{sc=Katakana}ー]+)*|\p{Lu}[\p{sc=Latin}\p{M}.’'-]*(?: \p{sc=Latin}[\p{sc=Latin}\p{M}.’'-]*)*`;
/** Titles and offices, which follow the name. */
const TITLE =
  '氏|さん|様|首相|総理|大統領|大臣|長官|市長|知事|社長|会長|議員|教授|選手|監督|容疑者|被告|代表|報道官|博士|[課部局署所園校院店船館団学]長';
const SPEAKS = `(?<name>${NAME})(?:は|が|も)`;
const TITLED = new RegExp(`^(?<name>.{2,}?)(?<title>${TITLE})$`, 'u');
/** "山田氏は、「…」" */
const BEFORE = new RegExp(`${SPEAKS}[^。「」]{0,40}$`, 'u');
/** "「…」と山田氏は述べた" */
const BEHIND = new RegExp(`^\\s*(?:と|など)[、,]?\\s*(?:[^。「」、]{1,20}の)?${SPEAKS}`, 'u');

/** The speaker named around a quotation in Japanese; undefined when none is. */
export function japaneseSpeaker(text: string, lead: Slice, tail: Slice): Speaker | undefined {
  const [before, behind] = [text.slice(lead.start, lead.end), text.slice(tail.start, tail.end)];
  if (!/[\p{sc=Hiragana}]/u.test(before + behind)) return undefined;
  return speakerOf(BEHIND.exec(behind), tail.start) ?? speakerOf(BEFORE.exec(before), lead.start);
}

function speakerOf(match: RegExpExecArray | null, offset: number): Speaker | undefined {
  const whole = match?.groups?.['name'];
  if (!match || whole === undefined) return undefined;
  const { name = whole, title } = TITLED.exec(whole)?.groups ?? {};
  const start = offset + match.index + match[0].indexOf(name);
  const names = name.split(/[・＝ ]/u).map(keyOf);
  return {
    start,
    end: start + name.length,
    phrase: start,
    names,
    heads: names,
    words: title === undefined ? [] : [title],
  };
}
