import { BorderStyle } from 'docx';

/** Word counts lengths in twentieths of a point, letters in half points, lines of a frame in eighths of a point. */
export const twips = (millimetres: number): number => Math.round(millimetres * 56.6929);
export const points = (count: number): number => Math.round(count * 20);
export const letters = (count: number): number => Math.round(count * 2);

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** A table without lines. */
export const bare = {
  top: noLine,
  bottom: noLine,
  left: noLine,
  right: noLine,
  insideHorizontal: noLine,
  insideVertical: noLine,
};
