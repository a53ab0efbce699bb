import { decodeEntities } from '../../entities.ts';
import { folded, oneLine } from '../fold.ts';

/** Words before a name: "By Ann Lee", "View all posts by Ann Lee", "Text: Ann Lee". */
const LEAD =
  /^(?:(?:view all|all|more|read more|see all)?\s*(?:posts?|articles?|stories)?\s*(?:by|from)|(?:written|posted|words|story|article|report|reported|published|submitted) by|by|von|par|por|di|door|av|автор|from|text(?: von)?|autor(?:in|es|a)?|auteurs?|authors?|redaktion)(?:\s*[:：]\s*|\s+)(?=\S)/iu;
/** What content systems call those who have no name. */
const NOBODY = new Set(
  (
    'admin administrator superadmin root user publisher author editor webmaster guest wordpress null undefined none n/a unknown ' +
    'unbenannt unbekannt anonymous default test site system email e-mail mail contact kontakt follow twitter facebook share print profile bio'
  ).split(' '),
);
const NOBODY_PHRASES =
  /^(?:no author|unknown author|site admin|guest author|web admin|by|the editors?|super user|super admin)$/iu;
/** What follows a name on its line: a date, a place, a role, the publication. */
const AFTER =
  /\s*(?:[|·•–—/]|\s-\s|,?\s*\b(?:published|updated|posted|last updated|on|am|le|el|veröffentlicht|aktualisiert|publié|mis à jour)\b[\s:]|\d|\(|@|,?\s+(?:for|staff writer|senior|chief|political|correspondent|reporter|special to)\b)/iu;
/** Roles after a name, between commas: "Ann Lee, Staff writer, BBC News". */
const ROLE =
  /(?<!\p{L})(?:writer|editor|correspondent|reporter|columnist|journalist|producer|analyst|contributor|staff|news|newspaper|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|redactora?)(?!\p{L})/iu;
const MAX_WORDS = 6;
/** Characters of one name. */
const MAX_LENGTH = 60;

/** Removes roles, unless there is nothing else. */
function withoutRoles(parts: readonly string[]): readonly string[] {
  const names = parts.filter((part) => !ROLE.test(part));
  return names.length === 0 ? parts : names;
}

/** One author's name as it may be printed: `undefined` for an address, an account's name or more than a name. */
export function nameOf(given: string): string | undefined {
  let name = oneLine(decodeEntities(given).replace(/<[^<>]*>/gu, ' '));
  for (let before = ''; before !== name;) [before, name] = [name, name.replace(LEAD, '')];
  if (/^(?:https?:|www\.|@)/iu.test(name) || /\S@\S/u.test(name)) return undefined;
  name = name.replace(/[\s,;:|·•/–—-]+$/u, '').replace(/^[\s,;:|·•/–—-]+/u, '');
  if (
    !/\p{L}/u.test(name) ||
    name.length > MAX_LENGTH ||
    NOBODY.has(folded(name)) ||
    NOBODY_PHRASES.test(name)
  )
    return undefined;
  return withoutRoles(name.split(/,\s*/u)).join(', ');
}

/** The name at the beginning of a line that has more on it; at most six words. */
export function nameOnLine(line: string): string | undefined {
  const text = oneLine(line).replace(LEAD, '');
  const name = nameOf(AFTER.test(text) ? text.slice(0, AFTER.exec(text)?.index) : text);
  return name !== undefined && name.split(' ').length <= MAX_WORDS ? name : undefined;
}

/** Several names as one byline, each once, in their order; `undefined` when none is one. */
export function bylineFrom(names: readonly (string | undefined)[]): string | undefined {
  const unique = new Map<string, string>();
  for (const name of names) {
    if (name !== undefined && !unique.has(folded(name))) unique.set(folded(name), name);
  }
  const shown = withoutRoles([...unique.values()]);
  return shown.length === 0 ? undefined : shown.slice(0, 20).join(', ');
}
