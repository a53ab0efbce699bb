import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { docx, wordXml } from './documents.ts';
import { refusalOf, utf8 } from './refusals.ts';

const read = (bytes: Uint8Array) => extract(bytes, { name: 'pool.docx' });

/** Changes one number in the directory record of an archive's entry; offsets are those of APPNOTE 4.3.12. */
function tampered(bytes: Uint8Array, entry: string, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const name = Buffer.from(entry);
  for (
    let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (copy.subarray(at + 46, at + 46 + name.length).equals(name)) copy.writeUInt32LE(value, at + offset);
  }
  return copy;
}

test('a Word document gives its title and its paragraphs', async () => {
  const bytes = docx([
    { style: 'Title', text: 'Pool reopens' },
    'The council voted & went home.',
    { style: 'Heading2', text: 'What now' },
    'Work begins in June.',
  ]);
  expect(await read(bytes)).toEqual({
    id: 'pool-reopens',
    headline: 'Pool reopens',
    text: 'Pool reopens\n\nThe council voted & went home.\n\nWhat now\n\nWork begins in June.',
  });
});

test('superscripts stay, and a framed initial is joined to its word', async () => {
  const run = (text: string, properties = ''): string =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body =
    `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/></w:pPr>${run('T', '<w:sz w:val="96"/>')}</w:p>` +
    `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${run('he spring makes 10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run(' litres a day.')}</w:p>`;
  const xml = wordXml([]).replace('<w:body>', `<w:body>${body}`);
  const { text } = await read(docx([], { 'word/document.xml': utf8(xml) }));
  expect(text).toBe('The spring makes 10⁶ litres a day.');
});

test('a document without text is refused', async () => {
  expect(await refusalOf(read(docx([])))).toMatch(/^no-text: pool\.docx holds no text/u);
});

describe('T12 malicious archives are refused', () => {
  const zeros = new Uint8Array(60_000_000);
  const honest = docx(['The council voted.']);
  const many = Object.fromEntries(
    Array.from({ length: 2001 }, (_, index) => [`f${index}`, new Uint8Array()]),
  );
  const renamed = Buffer.from(honest);
  renamed.write('word/documEnt.xml', renamed.indexOf('word/document.xml'));
  const locked = Buffer.from(honest);
  locked.writeUInt16LE(1, locked.indexOf('PK\u0001\u0002', 0, 'latin1') + 8);

  test.each([
    ['more than 50 MB', docx(['x'], { 'word/big.xml': zeros }), 'it unpacks to more than 50 MB'],
    [
      'a ratio above 100',
      docx(['x'], { 'word/big.xml': zeros.subarray(0, 5_000_000) }),
      'it unpacks to more than 100 times its size',
    ],
    [
      'more than it says',
      tampered(docx(['x'], { 'word/big.xml': zeros.subarray(0, 100_000) }), 'word/big.xml', 24, 1000),
      'an entry is not of the size it says',
    ],
    [
      'less than it says',
      tampered(honest, 'word/document.xml', 24, 5000),
      'an entry is not of the size it says',
    ],
    ['entries that overlap', tampered(honest, 'word/document.xml', 20, 3000), 'its entries overlap'],
    ['more than 2,000 entries', docx(['x'], many), 'it has more than 2,000 entries'],
    [
      'a way out',
      docx(['x'], { '../../etc/passwd': utf8('x') }),
      'the name of an entry leads out of the archive',
    ],
    [
      'an absolute way out',
      docx(['x'], { '/etc/passwd': utf8('x') }),
      'the name of an entry leads out of the archive',
    ],
    ['two names of one entry', renamed, 'its entries are called differently in two places'],
    ['a password', locked, 'pool.docx is locked with a password'],
    [
      'a document type',
      docx([], {
        'word/document.xml': utf8(wordXml(['x']).replace('?>', '?><!DOCTYPE w [<!ENTITY a "aaaa">]>')),
      }),
      'pool.docx declares its own XML entities',
    ],
    ['no document', zipSync({ 'a.txt': utf8('x') }), 'pool.docx is an archive, not a Word document'],
    [
      'a spreadsheet',
      zipSync({ '[Content_Types].xml': utf8('x'), 'xl/workbook.xml': utf8('x') }),
      'pool.docx is an Excel workbook',
    ],
    ['half a file', honest.subarray(0, honest.length / 2), 'pool.docx is a damaged archive'],
    ['broken data', tampered(honest, 'word/document.xml', 16, 1), 'pool.docx is a damaged archive'],
  ])('%s is refused with the reason', async (_name, bytes, message) => {
    expect(await refusalOf(read(bytes))).toContain(message);
  });

  test('an entry of a second, hidden directory is never read', async () => {
    const hidden = deflateRawSync(wordXml(['Hidden text of another directory.']));
    expect((await read(Buffer.concat([hidden, honest]).subarray(hidden.length))).text).toBe(
      'The council voted.',
    );
    expect(await refusalOf(read(Buffer.concat([honest, hidden])))).toContain('damaged archive');
  });
});
