import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDraws } from './draws.ts';
import { namePools, personName } from './person-names.ts';

// First 24 hexadecimal digits of the SHA-256 of names that the sample must never carry: leaders of the
// country, the ministry, the province and its department in 2024-2026. Digests, so that the names are not here;
// the last one is an invented name that shows the check at work.
const forbidden = new Set([
  '1ca82b68bfdfbd0366b3c604',
  '5a6f517f8b69dcc46cd025e2',
  'eb8ffde6c60f5b72f416008f',
  '2b71abb9f93dff276351cd40',
  '5301dc418b0f52468c91cddf',
  '7f868d66b4a35c7ec7730a62',
  '7afd13bc83374acb28d467bd',
  'f3b6cbc1e84d9d65a75eedbd',
  '5a5d61e0153c640c413d86b2',
  '932ad87774bc21bbc203f7cf',
  'f5413413fbdb77c3c6d9efd6',
  '49b61cf50dda94d8fe8ce98e',
  '6bd0cf8431c8c4fd5f13f552',
  '4d0bfe4dcdc207ae12181c6f',
  'e27877a36141fdb1d6c9e300',
  '6322486e24c012ba275d5396',
  '4dc8fa5a6e84f9a949623928',
  '54ab58a762303281d63a0614',
  '3b9d5d9e7bcd490b082af56f',
  'e7e2d3f052f5b553d78878d5',
  '3d16c38d0df00d1d13a94553',
  'c77234941930f252ba36e4ee',
  '50a35f5faba4ea4309a97b0e',
  '7254d901f3254939f92d5b2f',
  'b5af425c9367013993a6fbc0',
  '00a19e33460df384bad48729',
  'c1da0d6db605ce2db18e6d39',
  'c5c88731578442f0c8532aa6',
  'b1197e3926bd47a2fd057b7d',
  '1be8d98b3da8e1baa061340e',
  'e2327a4a52a14f672338521a',
  '8cb804cb7d3ab6b95bfb8415',
]);

function isForbidden(name: string): boolean {
  return forbidden.has(createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 24));
}

test('no combination of name parts makes the name of a known public person', () => {
  const made = namePools.flatMap(({ families, men, women }) =>
    [men, women].flatMap(({ middles, given }) =>
      families.flatMap((family) =>
        middles.flatMap((middle) => given.map((last) => `${family} ${middle} ${last}`)),
      ),
    ),
  );
  expect(made.length).toBeGreaterThan(1000);
  expect(made.filter(isForbidden)).toEqual([]);
});

test('a forbidden name is found', () => {
  expect(isForbidden('Họ Tên Thử')).toBe(true);
});

test('every group of names comes up about as often as its share', () => {
  const draws = openDraws('shares');
  const mong = new Set(namePools[1]?.families);
  const names = Array.from({ length: 2000 }, (_, at) => personName(draws, `person/${at}`));
  const share = names.filter((name) => mong.has(name.split(' ')[0] ?? '')).length / names.length;
  expect(share).toBeGreaterThan(0.26);
  expect(share).toBeLessThan(0.34);
  expect(new Set(names).size).toBeGreaterThan(700);
});
