import { openFont, type FontName } from './font.ts';

/** Letters of the scripts that the fonts hold whole; others would need shaping or fonts that are not there. */
const KNOWN_SCRIPT = /[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{sc=Common}\p{sc=Inherited}]/u;

/** The first character of a text that cannot be drawn in a font; undefined when all can. */
export function undrawable(text: string, font: FontName): string | undefined {
  const { has } = openFont(font);
  return Array.from(text).find(
    (character) =>
      !KNOWN_SCRIPT.test(character) || (!/\s/u.test(character) && !has(character.codePointAt(0) ?? 0)),
  );
}
