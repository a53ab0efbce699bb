/** The part of WebAssembly that the dot products use; TypeScript knows it only with all of the browser's types. */
declare namespace WebAssembly {
  type Module = Readonly<{ kind: 'module' }>;
  const Module: new (bytes: Uint8Array) => Module;
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
    /** Adds pages of 64 KiB; every view on the buffer before is then empty. Throws RangeError when there is no room. */
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    readonly exports: Record<string, unknown>;
  }
}
