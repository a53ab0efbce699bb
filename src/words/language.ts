import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ENGLISH, languageFrom, type Language } from './spoken.ts';

/** All languages, English first. */
export const LANGUAGES: readonly Language[] = [ENGLISH, ...[de, fr, es, ja].map(languageFrom)];

/** The language of a tag such as `de` or `es-419`, whatever the region; English where it is none of ours. */
export const languageOf = (tag: string | undefined): Language => languageNamed(tag ?? '') ?? ENGLISH;

/** The first of our languages that a browser wants by its header Accept-Language (RFC 9110, 12.5.4); English where there is none. */
export function languageWanted(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').flatMap((part) => {
    const [tag = '', ...rest] = part.split(';').map((each) => each.trim());
    const weight = Number(rest.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    return weight > 0 ? [{ tag, weight }] : [];
  });
  const known = wanted
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => languageNamed(tag))
    .find((language) => language !== undefined);
  return known ?? ENGLISH;
}

function languageNamed(tag: string): Language | undefined {
  const [base = ''] = tag.toLowerCase().split('-', 1);
  return LANGUAGES.find(({ tag: known }) => known.toLowerCase().split('-', 1)[0] === base);
}
