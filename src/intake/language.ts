/** `en_GB`, `EN-gb` -> `en-GB`; `undefined` for what is not a language tag (BCP 47). */
export function languageTag(value: string | null | undefined): string | undefined {
  try {
    return value ? Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}
