// A picture somebody sent: a PNG or a JPEG by what it is, not by what it is called, and of it only what
// is seen. What else a file carries (where it was taken, a page, a program behind its end) is dropped.
// cspell:ignore IHDR PLTE IDAT IEND

export interface Picture {
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export const SIDE_MAX = 2000;

/** @returns undefined for what is no sound picture, or too large a one */
export function cleanPicture(bytes: Uint8Array): Picture | undefined {
  const picture = cleanPng(bytes) ?? cleanJpeg(bytes);
  if (picture === undefined) return undefined;
  const { width, height } = picture;
  const fits = width > 0 && height > 0 && width <= SIDE_MAX && height <= SIDE_MAX;
  return fits ? picture : undefined;
}

// https://www.w3.org/TR/png-3/
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The colors and the pixels. Text, time, place and what is private are not among them. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND']);
const CHUNK_FRAME = 12;

function cleanPng(bytes: Uint8Array): Picture | undefined {
  if (!PNG_SIGNATURE.every((byte, place) => bytes[place] === byte)) return undefined;
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, PNG_SIGNATURE.length)];
  let [width, height] = [0, 0];
  for (let at = PNG_SIGNATURE.length; at + CHUNK_FRAME <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + CHUNK_FRAME + length;
    if (end > bytes.length) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kept.length === 1) {
      if (name !== 'IHDR' || length !== 13) return undefined;
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    }
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return { contentType: 'image/png', width, height, bytes: joined(kept) };
    at = end;
  }
  return undefined;
}

// https://www.w3.org/Graphics/JPEG/itu-t81.pdf, Annex B
const [START, END, SCAN] = [0xd8, 0xd9, 0xda];

function cleanJpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 2)];
  let [width, height] = [0, 0];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return undefined;
    if (isFrame(marker) && end - at > 8)
      [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (marker === SCAN) {
      const last = endOfPicture(bytes, end);
      if (last === undefined) return undefined;
      kept.push(bytes.subarray(at, last));
      return { contentType: 'image/jpeg', width, height, bytes: joined(kept) };
    }
    if (!isTold(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** SOF0 to SOF15, but for the tables that lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Comments, and what applications tell: all but the first, and Adobe's, which says what the colors are. */
function isTold(marker: number): boolean {
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}

/** Scans hold no END: a byte 0xff in them is followed by a zero or a restart. */
function endOfPicture(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === END) return at + 2;
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
