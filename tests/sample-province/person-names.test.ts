import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDraws } from './draws.ts';
import { nameIn, namePools, workingPerson } from './person-names.ts';

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

test('every group of names comes up about as often as its share, women somewhat more often than men', () => {
  const draws = openDraws('shares');
  const people = Array.from({ length: 2000 }, (_, at) => workingPerson(draws, `person/${at}`));
  const share = (test: (person: (typeof people)[number]) => boolean) =>
    people.filter(test).length / people.length;
  expect(share(({ ethnicGroup }) => ethnicGroup === '08')).toBeCloseTo(0.3, 1);
  expect(share(({ ethnicGroup }) => ethnicGroup === '03')).toBeCloseTo(0.38, 1);
  expect(share(({ sex }) => sex === 'female')).toBeCloseTo(0.58, 1);
  expect(new Set(people.map(({ name }) => name)).size).toBeGreaterThan(1400);
});

test('names fit the group and the sex: a Mông man is called Vàng A Dơ or alike, a Thái woman Lò Thị Phương', () => {
  const draws = openDraws('plausible');
  for (let at = 0; at < 200; at++) {
    expect(nameIn(draws, `man/${at}`, '08', 'male')).toMatch(/^\p{Lu}\p{L}+ A \p{Lu}\p{L}*$/u);
    expect(nameIn(draws, `woman/${at}`, '03', 'female')).toMatch(/^\p{Lu}\p{L}+ Thị \p{Lu}\p{L}*$/u);
  }
  expect(nameIn(draws, 'father', '03', 'male', 'Quàng')).toMatch(/^Quàng Văn /);
  expect(() => nameIn(draws, 'nobody', '99', 'male')).toThrow('99');
});

test('parts of names are single words in composed Unicode, each once in its list', () => {
  for (const { families, men, women } of namePools) {
    for (const list of [families, men.middles, men.given, women.middles, women.given]) {
      expect(new Set(list).size).toBe(list.length);
      for (const word of list) expect(word).toMatch(/^\p{Lu}\p{L}*$/u);
      expect(list.map((word) => word.normalize('NFC'))).toEqual(list);
    }
  }
});
