import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { encodedAs } from './encodings.ts';
import { refusalOf, utf8 } from './refusals.ts';

const JAPANESE =
  '空き家を学生に\n\n霧島坂市は二十六日、空き家を学生に貸し出す新しい制度を始めると発表した。市によると、登録された空き家は四百二十軒に上る。\n';
const CHINESE =
  '市议会通过预算\n\n市议会星期二晚上经过四个小时的辩论，通过了明年的预算。预算为游泳池拨款四百二十万欧元。\n';
const TAIWANESE =
  '市議會通過預算\n\n市議會星期二晚上經過四個小時的辯論，通過了明年的預算。反對派投了反對票。\n';
const KOREAN =
  '시의회 예산안 통과\n\n하윅 시의회는 화요일 밤 네 시간의 토론 끝에 내년도 예산안을 통과시켰다.\n';
const RUSSIAN =
  'Совет принял бюджет\n\nГородской совет во вторник вечером после четырёх часов обсуждения принял бюджет на будущий год.\n';
const GREEK =
  'Ο προϋπολογισμός\n\nΤο δημοτικό συμβούλιο ενέκρινε την Τρίτη το βράδυ τον προϋπολογισμό του επόμενου έτους.\n';
const POLISH =
  'Budżet przyjęty\n\nRada miejska we wtorek wieczorem po czterech godzinach debaty przyjęła budżet na przyszły rok. Opozycja głosowała przeciw.\n';
const FRENCH =
  'Le budget adopté\n\nLe conseil municipal a adopté mardi soir, après quatre heures de débat, le budget de l’année prochaine.\n';

describe('an undeclared encoding is recognised', () => {
  test.each([
    ['Shift_JIS', JAPANESE],
    ['EUC-JP', JAPANESE],
    ['GB18030', CHINESE],
    ['Big5', TAIWANESE],
    ['EUC-KR', KOREAN],
    ['KOI8-R', RUSSIAN],
    ['windows-1251', RUSSIAN],
    ['windows-1253', GREEK],
    ['windows-1250', POLISH],
    ['ISO-8859-2', POLISH],
    ['windows-1252', FRENCH],
  ])('%s in a text file', async (label, text) => {
    expect((await extract(encodedAs(text, label), { name: 'a.txt' })).text).toBe(text);
  });

  test('in a page with much markup', async () => {
    const body = `<div class="wrapper container-fluid">${'<span class="x"></span>'.repeat(200)}<p>${RUSSIAN.split('\n\n')[1] ?? ''}</p></div>`;
    const bytes = encodedAs(`<html><head><title>a</title></head><body>${body}</body></html>`, 'windows-1251');
    expect((await extract(bytes, { name: 'a.html' })).text).toBe(RUSSIAN.split('\n\n')[1]?.trim());
  });

  test('bytes that are not text in any encoding are refused with the remedy', async () => {
    const noise = new Uint8Array(400).map((_, at) => 0x80 + ((at * 97 + at * at * 31) % 120));
    expect(await refusalOf(extract(noise, { name: 'a.txt' }))).toMatch(
      /^damaged: a\.txt is in an encoding that cannot be recognised.*: save it as UTF-8\.$/u,
    );
  });
});

describe('a single fault does not spoil a text', () => {
  const text = 'Café reopens\n\nThe café of Müller’s is open – again – after four years.\n';
  const bytes = utf8(text);

  test('a stray byte or truncated character gives one replacement character and a warning', async () => {
    const stray = new Uint8Array([...bytes.subarray(0, 40), 0xff, ...bytes.subarray(40)]);
    const { text: read, reading } = await extract(stray, { name: 'a.txt' });
    expect(read.replace('\ufffd', '')).toBe(text);
    expect(reading?.lost).toBe(1);
    const cut = utf8('Le café\n\nLe café était fermé. Il rouvre à la fin de l’été').subarray(0, -1);
    expect((await extract(cut, { name: 'a.txt' })).text).toBe(
      'Le café\n\nLe café était fermé. Il rouvre à la fin de l’ét\ufffd',
    );
  });

  test.each([
    ['windows-1252 bytes that are stated as UTF-8', 'utf-8', 'windows-1252'],
    ['UTF-8 that is stated as Latin-1', 'iso-8859-1', 'utf-8'],
    ['UTF-8 that is stated as Shift_JIS', 'shift_jis', 'utf-8'],
  ])('%s', async (_name, stated, real) => {
    const prose =
      'Le conseil municipal a adopté mardi soir, après quatre heures de débat, le budget de l’année prochaine.';
    const page = `<html><head><meta charset="${stated}"><title>Le budget</title></head><body><p>${prose}</p></body></html>`;
    const encoded = real === 'utf-8' ? utf8(page) : encodedAs(page, real);
    expect((await extract(encoded, { name: 'a.html' })).text).toBe(prose);
  });

  test('a NUL is removed', async () => {
    const page =
      '<html><body><p>The council of Harwick passed\0 the budget after four hours of debate.</p></body></html>';
    expect((await extract(utf8(page), { name: 'a.html' })).text).toBe(
      'The council of Harwick passed the budget after four hours of debate.',
    );
  });

  test('UTF-16 without a byte order mark is read', async () => {
    expect((await extract(new Uint8Array(Buffer.from(text, 'utf16le')), { name: 'a.txt' })).text).toBe(text);
  });
});
