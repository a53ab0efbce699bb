import { findDate } from '../../../article/dates.ts';
import type { PageBlock } from '../blocks.ts';

/** Labels of dates outside sentences, in the languages whose dates are read. */
export const DATE_LABEL =
  /(?<!\p{L})(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|date|edited|release|veröffentlicht|aktualisiert|erstellt|stand|datum|publié|mis à jour|modifié|créé|publicado|actualizado|fecha|pubblicato|aggiornato|data|gepubliceerd|опубликовано|on|at|am|um|vom|the|uhr|le|el|il|à|a las|hrs?|h|gmt|utc|bst|cet|est|edt|pst|pdt|ist|am|pm|a\.m|p\.m|mon|tues?|wed|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|de|del|of|min(?:ute)?s? read|ago|hours?|minutes?|days?)(?!\p{L})/giu;
const DATE_WORDS = /\p{L}{3,10}/gu;
const LINE_MAX = 120;
/** Most text beside the date on a dated line, such as "Published" or "Updated:". Characters. */
const BESIDE = 25;
const SENTENCE_END = /[.!?…。！？]["'”’»)]*$/u;

/** Whether a block is only a date with its label: "Published on 4 March 2026, 10:15". */
export function isDateLine({ text, timed }: PageBlock): boolean {
  if (text.length > LINE_MAX) return false;
  if (isInfoLine(text)) return true;
  const isLabelled =
    /^\W*(?:published|updated|posted|last (?:updated|modified)|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|date)(?!\p{L})/iu.test(
      text,
    );
  if (timed > 0 && text.length - timed <= BESIDE) return isLabelled || !SENTENCE_END.test(text);
  if (findDate(text, 'en-US') === undefined || (SENTENCE_END.test(text) && !isLabelled)) return false;
  const rest = text.replace(DATE_LABEL, ' ').match(DATE_WORDS) ?? [];
  // What remains of a date is the name of its month, once or, with the update, twice.
  return rest.length <= 2 && rest.every((word) => findDate(`1 ${word} 2020`) !== undefined);
}

/** Whether a line has a date between short parts: "6 May 2019 | News | 5 comments". */
function isInfoLine(text: string): boolean {
  const parts = text.split(/\s*[|·•]\s*/u);
  const areShort = parts.every((part) => part.split(/\s+/u).length <= 5 && !/[.!?…]$/u.test(part));
  return parts.length > 1 && areShort && parts.some((part) => findDate(part, 'en-US') !== undefined);
}
