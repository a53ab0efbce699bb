/** Character references common in titles and bylines, which pages and feeds often escape twice. Source: the HTML standard. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
    sbquo: '‚',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    middot: '·',
    bull: '•',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    euro: '€',
    pound: '£',
    yen: '¥',
    sect: '§',
    iexcl: '¡',
    iquest: '¿',
    ordm: 'º',
    ordf: 'ª',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    times: '×',
    shy: '',
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    atilde: 'ã',
    auml: 'ä',
    aring: 'å',
    aelig: 'æ',
    ccedil: 'ç',
    egrave: 'è',
    eacute: 'é',
    ecirc: 'ê',
    euml: 'ë',
    igrave: 'ì',
    iacute: 'í',
    icirc: 'î',
    iuml: 'ï',
    ntilde: 'ñ',
    ograve: 'ò',
    oacute: 'ó',
    ocirc: 'ô',
    otilde: 'õ',
    ouml: 'ö',
    oslash: 'ø',
    oelig: 'œ',
    ugrave: 'ù',
    uacute: 'ú',
    ucirc: 'û',
    uuml: 'ü',
    szlig: 'ß',
    yacute: 'ý',
    yuml: 'ÿ',
    scaron: 'š',
    Agrave: 'À',
    Aacute: 'Á',
    Acirc: 'Â',
    Auml: 'Ä',
    Aring: 'Å',
    AElig: 'Æ',
    Ccedil: 'Ç',
    Egrave: 'È',
    Eacute: 'É',
    Ecirc: 'Ê',
    Ntilde: 'Ñ',
    Oacute: 'Ó',
    Ouml: 'Ö',
    Oslash: 'Ø',
    Uacute: 'Ú',
    Uuml: 'Ü',
    Scaron: 'Š',
  }),
);
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/giu;
/** Most levels of escaping: one by the page, one or two by its sources. */
const TIMES = 3;

/** Decodes the character references of a title or name, up to {@link TIMES} times. Unknown references stay. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let time = 0; time < TIMES && decoded.includes('&'); time += 1)
    decoded = decoded.replace(REFERENCE, (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? written;
      const point = decimal === undefined ? Number(`0x${hex}`) : Number(decimal);
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : '';
    });
  return decoded;
}
