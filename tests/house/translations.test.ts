import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeFaults, type Words, wordFaults } from './translations.ts';

const root = new URL('../../', import.meta.url).pathname;

function readWords(language: string): Words {
  const files = globSync(`apps/web/src/locales/${language}/*.json`, { cwd: root });
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(root + file, 'utf8'))]),
  );
}

const sources = globSync(
  ['apps/web/src/**/*.{ts,tsx}', 'platform/ui/**/*.{ts,tsx}', 'modules/*/screens/**/*.{ts,tsx}'],
  {
    cwd: root,
  },
)
  .filter((path) => !/\.(test|spec|gen)\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));

describe('the words of the product', () => {
  test('Vietnamese and English have the same keys with the same holes', () => {
    expect(wordFaults(readWords('vi'), readWords('en'))).toEqual([]);
  });

  test('code uses only keys that exist and carries no text for people', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(codeFaults(sources, readWords('vi'))).toEqual([]);
  }, 60_000);
});

describe('the checker itself', () => {
  const vi = {
    plan: { title: 'Kế hoạch', left_other: 'Còn {{count}} việc của {{who}}', state: { done: 'Xong' } },
  };
  const file = (text: string) => [
    { path: 'page.tsx', text: `const { t } = useTranslation('plan');\n${text}` },
  ];

  test('a key that one language lacks is found', () => {
    expect(wordFaults(vi, { plan: { title: 'Plan', state: { done: 'Done' } } })).toEqual([
      'en lacks plan:left',
    ]);
    expect(wordFaults({}, { plan: { title: 'Plan' } })).toEqual(['vi lacks plan:title']);
  });

  test('a hole that was lost in translation and an empty text are found', () => {
    const en = {
      plan: {
        title: ' ',
        left_one: 'One left',
        left_other: '{{count}} of {{who}} left',
        state: { done: 'Done' },
      },
    };
    expect(wordFaults(vi, en)).toEqual([
      'plan:title is empty',
      'plan:left has other holes in one language: One left',
    ]);
  });

  test('a key without words is found, also behind a condition or in a template', () => {
    expect(codeFaults(file("t('title'); t('left', { count: 2 }); t('plan:state.done');"), vi)).toEqual([]);
    expect(codeFaults(file("t('titel')"), vi)).toEqual(['page.tsx:2 no words for plan:titel']);
    expect(codeFaults(file("t(late ? 'title' : 'late')"), vi)).toEqual(['page.tsx:2 no words for plan:late']);
    expect(codeFaults(file(`t(\`state.\${state}\`)`), vi)).toEqual([]);
    expect(codeFaults(file(`t(\`stat.\${state}\`)`), vi)).toEqual(['page.tsx:2 no words for plan:stat.…']);
    expect(codeFaults(file('t(name)'), vi)).toEqual([
      'page.tsx:2 the key of name cannot be read from the code',
    ]);
  });

  test('a function that is given t says whose words it speaks', () => {
    const bare = { path: 'words.ts', text: "const say = (t: TFunction) => t('title');" };
    const told = { path: 'words.ts', text: "const say = (t: TFunction<'plan'>) => t('title');" };
    expect(codeFaults([bare], vi)).toEqual(['words.ts:1 no words for title']);
    expect(codeFaults([told], vi)).toEqual([]);
  });

  test('text for people in the code is found, Vietnamese anywhere and any words in JSX', () => {
    expect(codeFaults(file("const title = 'Việc của tôi';"), vi)).toHaveLength(1);
    expect(codeFaults(file(`const title = \`Còn \${count} việc\`;`), vi)).toHaveLength(2);
    expect(codeFaults(file('const page = <b>Save</b>;'), vi)).toHaveLength(1);
    expect(codeFaults(file('const page = <b title="Lưu" />;'), vi)).toHaveLength(1);
    expect(codeFaults(file('/* Chú thích */ const page = <b>{count} / 2</b>;'), vi)).toEqual([]);
  });
});
