import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';

/** What the worker is given. */
export type HeicTask = {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
  readonly maxMemoryBytes: number;
};

/** What it answers. */
export type HeicAnswer =
  | { readonly kind: 'pixels'; readonly width: number; readonly height: number; readonly rgba: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'unreadable' };

/** The decoder knows the size before it decodes; its type declarations do not. */
type Picture = {
  readonly width: number;
  readonly height: number;
  readonly decode: () => Promise<{ readonly data: Uint8ClampedArray<ArrayBuffer> }>;
};

const PAGE_BYTES = 65_536;

/** As much of WebAssembly's memory as is needed here; the project's types know no WebAssembly. */
type WasmMemory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
type WasmGlobal = { readonly WebAssembly: { readonly Memory: { readonly prototype: WasmMemory } } };

/** The decoder keeps its memory in WebAssembly, outside what a worker's own limits reach: it is held here. */
function limitMemory(most: number): void {
  const { prototype } = (globalThis as unknown as WasmGlobal).WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function (this: WasmMemory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > most) throw new RangeError('the picture needs too much memory');
    return grow.call(this, pages);
  };
}

async function answer({ bytes, maxPixels, maxMemoryBytes }: HeicTask): Promise<HeicAnswer> {
  limitMemory(maxMemoryBytes);
  try {
    const [picture] = (await decode.all({ buffer: bytes })) as unknown as readonly Picture[];
    if (!picture) return { kind: 'unreadable' };
    const { width, height } = picture;
    if (width * height > maxPixels) return { kind: 'too_large' };
    const { data } = await picture.decode();
    return { kind: 'pixels', width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  } catch {
    return { kind: 'unreadable' };
  }
}

const result = await answer(workerData as HeicTask);
parentPort?.postMessage(result, result.kind === 'pixels' ? [result.rgba.buffer] : []);
