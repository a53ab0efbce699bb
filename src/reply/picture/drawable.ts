import { openFont, type FontName } from './font.ts';

/** Characters of scripts that the fonts cover completely. Others need shaping, or fonts that are not included. */
const KNOWN_SCRIPT = /[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{sc=Common}\p{sc=Inherited}]/u;

/** The first character of a text that a font cannot draw; undefined when it can draw all. */
export function undrawable(text: string, font: FontName): string | undefined {
  const { has } = openFont(font);
  return Array.from(text).find(
    (character) =>
      !KNOWN_SCRIPT.test(character) || (!/\s/u.test(character) && !has(character.codePointAt(0) as number)),
  );
}
