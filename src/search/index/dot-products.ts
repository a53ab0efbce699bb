import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VECTOR_LENGTH } from '../../reader/reader.ts';

/** Rows of {@link VECTOR_LENGTH} 8-bit numbers, and their dot products with a query. */
export type VectorRows = Readonly<{
  /** Writes rows from this row on; the array grows as needed. */
  write(row: number, values: Int8Array): void;
  /** Moves rows to an earlier position. */
  move(from: number, to: number, count: number): void;
  /** Sets the query for the following products. */
  ask(query: Int8Array): void;
  /** Calls `take` with the dot product of each of `count` rows, from `row` on. */
  products(row: number, count: number, take: (row: number, product: number) => void): void;
}>;

const PAGE_BYTES = 65_536;
/** Offsets of the query, the sums of one call, and the rows in memory. Bytes. */
const QUERY_AT = 0;
const SUMS_AT = 1024;
const ROWS_AT = PAGE_BYTES;
const MOST_SUMS = (ROWS_AT - SUMS_AT) / Int32Array.BYTES_PER_ELEMENT;
/** The memory grows by at least this many pages of 64 KiB: 1 MB. */
const GROWTH = 16;

type Assembled = Readonly<{
  dotProducts(query: number, rows: number, count: number, out: number): void;
}>;

let assembled: WebAssembly.Module | undefined;

/** Starts empty. Uses WebAssembly, whose vector instructions are ten times faster here than JavaScript. */
export function vectorRows(): VectorRows {
  assembled ??= new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'dot-products.wasm')));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(assembled, { vectors: { memory } });
  const { dotProducts } = instance.exports as Assembled;
  const addressOf = (row: number): number => ROWS_AT + row * VECTOR_LENGTH;

  return {
    write(row, values) {
      const missing = addressOf(row) + values.length - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.max(GROWTH, Math.ceil(missing / PAGE_BYTES)));
      new Int8Array(memory.buffer).set(values, addressOf(row));
    },
    move(from, to, count) {
      const start = addressOf(from);
      new Int8Array(memory.buffer).copyWithin(addressOf(to), start, start + count * VECTOR_LENGTH);
    },
    ask(query) {
      new Int16Array(memory.buffer, QUERY_AT, VECTOR_LENGTH).set(query);
    },
    products(row, count, take) {
      for (let done = 0; done < count; done += MOST_SUMS) {
        const now = Math.min(MOST_SUMS, count - done);
        dotProducts(QUERY_AT, addressOf(row + done), now, SUMS_AT);
        const sums = new Int32Array(memory.buffer, SUMS_AT, now);
        sums.forEach((sum, index) => take(row + done + index, sum));
      }
    },
  };
}
