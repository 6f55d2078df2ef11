import { join } from 'node:path';
import { compileTypst } from './official-pdf.ts';
import type { Petition } from './petitions.ts';
import { oneLine } from './text.ts';

/** Draws petitions as PDF; on the render thread, see render.ts. */
export function drawPetitions(petitions: readonly Petition[]): Uint8Array {
  const pages = petitions.map(({ number, title, addressee, paragraphs, place, signatures }) => ({
    number: oneLine(number),
    title: oneLine(title),
    addressee: oneLine(addressee),
    paragraphs: paragraphs.map(oneLine),
    place: oneLine(place),
    signatures: signatures.map(oneLine),
  }));
  return compileTypst(join(import.meta.dirname, 'petitions.typ'), { pages });
}
