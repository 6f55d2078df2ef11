import ts from 'typescript';

/** Words by language and area, as the JSON files have them. */
export type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const vietnameseLetter = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
const plural = /_(zero|one|two|few|many|other)$/;

/** Keys of one area ('state.accepted' → text), plural endings taken off. */
export function flatten(area: unknown, prefix = ''): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [name, value] of Object.entries(area as Record<string, unknown>)) {
    if (typeof value === 'string') {
      const key = `${prefix}${name}`.replace(plural, '');
      keys.set(key, [...(keys.get(key) ?? []), value]);
    } else {
      for (const [key, texts] of flatten(value, `${prefix}${name}.`)) keys.set(key, texts);
    }
  }
  return keys;
}

function holes(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort().join(',');
}

/** Keys that one language has and the other lacks, empty texts, and texts whose {{holes}} differ. */
export function wordFaults(vi: Words, en: Words): string[] {
  const faults: string[] = [];
  for (const area of new Set([...Object.keys(vi), ...Object.keys(en)])) {
    const left = flatten(vi[area] ?? {});
    const right = flatten(en[area] ?? {});
    for (const key of left.keys()) if (!right.has(key)) faults.push(`en lacks ${area}:${key}`);
    for (const key of right.keys()) if (!left.has(key)) faults.push(`vi lacks ${area}:${key}`);
    for (const [key, texts] of left) {
      const others = right.get(key) ?? [];
      for (const text of [...texts, ...others]) {
        if (text.trim() === '') faults.push(`${area}:${key} is empty`);
        // 'One thing' may leave out the count; every other hole must be there.
        const count = (found: string) => found.replace(/\bcount\b,?/, '').replace(/,$/, '');
        if (count(holes(text)) !== count(holes(texts[0] ?? ''))) {
          faults.push(`${area}:${key} has other holes in one language: ${text}`);
        }
      }
    }
  }
  return faults;
}

/** Keys used in code that no file of words has, and texts for people that stand in the code itself. */
export function codeFaults(files: readonly SourceFile[], vi: Words): string[] {
  const known = new Set<string>();
  for (const [area, words] of Object.entries(vi))
    for (const key of flatten(words).keys()) known.add(`${area}:${key}`);
  return files.flatMap((file) => faultsOf(file, known));
}

function faultsOf(file: SourceFile, known: ReadonlySet<string>): string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const faults: string[] = [];
  const areas = new Set<string>();
  const uses: { key: string; tail: string | undefined; at: ts.Node }[] = [];

  function fault(at: ts.Node, what: string) {
    const { line } = source.getLineAndCharacterOfPosition(at.getStart(source));
    faults.push(`${file.path}:${line + 1} ${what}`);
  }

  function readKey(node: ts.Expression | undefined): void {
    if (!node) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      uses.push({ key: node.text, tail: undefined, at: node });
    } else if (ts.isTemplateExpression(node)) {
      uses.push({ key: node.head.text, tail: node.templateSpans.at(-1)?.literal.text ?? '', at: node });
    } else if (ts.isConditionalExpression(node)) {
      readKey(node.whenTrue);
      readKey(node.whenFalse);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
      readKey(node.expression);
    } else {
      fault(node, `the key of ${node.getText(source)} cannot be read from the code`);
    }
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      const called = node.expression;
      const [first] = node.arguments;
      if (ts.isIdentifier(called) && called.text === 'useTranslation') {
        if (first && ts.isStringLiteral(first)) areas.add(first.text);
        else fault(node, 'useTranslation names no area');
      }
      const isT =
        (ts.isIdentifier(called) && called.text === 't') ||
        (ts.isPropertyAccessExpression(called) &&
          called.name.text === 't' &&
          /i18n/.test(called.expression.getText(source)));
      if (isT) readKey(first);
    }
    // A function that is given `t` says whose words it speaks: TFunction<'area'>.
    if (ts.isTypeReferenceNode(node) && node.typeName.getText(source) === 'TFunction') {
      const [given] = node.typeArguments ?? [];
      if (given && ts.isLiteralTypeNode(given) && ts.isStringLiteral(given.literal))
        areas.add(given.literal.text);
    }
    if ((ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) && vietnameseLetter.test(node.text)) {
      fault(node, `text for people in the code: ${node.text.trim()}`);
    }
    // Units are written the same in every language.
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text.replace(/\b(kB|MB|km)\b/g, ''))) {
      fault(node, `text for people in the code: ${node.text.trim()}`);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);

  const [area] = areas;
  if (areas.size > 1)
    faults.push(`${file.path} takes words from ${[...areas].join(' and ')}: write 'area:key' instead`);
  for (const { key, tail, at } of uses) {
    const full = key.includes(':') ? key : area ? `${area}:${key}` : key;
    const isKnown =
      tail === undefined
        ? known.has(full)
        : /[:.]/.test(full) && [...known].some((one) => one.startsWith(full) && one.endsWith(tail));
    if (!isKnown) fault(at, `no words for ${full}${tail === undefined ? '' : `…${tail}`}`);
  }
  return faults;
}
