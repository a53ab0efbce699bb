/** The part of WebAssembly's types that the dot products use. TypeScript has them only in its DOM library. */
declare namespace WebAssembly {
  type Module = Readonly<{ kind: 'module' }>;
  const Module: new (bytes: Uint8Array) => Module;
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
    /** Adds pages of 64 KiB and detaches the earlier buffer. Throws RangeError when out of memory. */
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    readonly exports: Record<string, unknown>;
  }
}
