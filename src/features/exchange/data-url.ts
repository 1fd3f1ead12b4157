/** A picture that a text carries in itself: `data:image/png;base64,…`. */
export function pictureOfDataUrl(src: string): Uint8Array | undefined {
  const found = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]*)$/.exec(src);
  return found ? new Uint8Array(Buffer.from(found[1] ?? '', 'base64')) : undefined;
}
