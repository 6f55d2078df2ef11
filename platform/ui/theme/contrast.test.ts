import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function coloursOf(scheme: 'light' | 'dark'): Map<string, string> {
  const block = tokens.split(`data-mantine-color-scheme="${scheme}"`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--hb-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Ratio of WCAG 2.2 success criterion 1.4.3. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'];
const texts: [string, readonly string[]][] = [
  ['text', [...grounds, 'accent-soft', 'done-soft', 'due-soft', 'late-soft', 'wait-soft']],
  ['text-soft', grounds],
  ['accent', [...grounds, 'accent-soft']],
  ['accent-strong', ['ground', 'surface', 'accent-soft']],
  ['done', ['ground', 'surface', 'done-soft']],
  ['due', ['ground', 'surface', 'due-soft']],
  ['late', ['ground', 'surface', 'late-soft']],
  ['wait', ['ground', 'surface', 'wait-soft']],
  ['on-accent', ['accent']],
  ['surface', ['late']],
];

describe.each(['light', 'dark'] as const)('%s colours', (scheme) => {
  const colours = coloursOf(scheme);
  test.each(texts.flatMap(([text, on]) => on.map((ground) => [text, ground] as const)))(
    '%s reads on %s',
    (text, ground) => {
      expect(contrast(colours.get(text)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('the line around a field is seen (3:1)', () => {
    expect(contrast(colours.get('line-strong')!, colours.get('surface')!)).toBeGreaterThanOrEqual(3);
  });
});

test('the measure itself tells grey on white from black on white', () => {
  expect(contrast('#999999', '#ffffff')).toBeLessThan(4.5);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
});
