/**
 * Writes the types of the API client from the operations themselves: `node tools/generate-client.ts` writes,
 * `--check` only says (exit status 1) whether the file in the repository is what it would write.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { describeApi, type Operation } from '#platform/api';

const root = new URL('../', import.meta.url);
const target = new URL('apps/web/src/api/schema.gen.ts', root);

/** Every operation that a module's contract.ts exports in a list named `…Operations` and a person may use: the web app is no client of ours. */
async function collectOperations(): Promise<Operation[]> {
  const found: Operation[] = [];
  for (const module of readdirSync(new URL('modules/', root)).sort()) {
    const contract = new URL(`modules/${module}/contract.ts`, root);
    if (!existsSync(contract)) continue;
    const exported = (await import(contract.href)) as Record<string, unknown>;
    const lists = Object.entries(exported).filter(
      ([name, value]) => name.endsWith('perations') && Array.isArray(value),
    );
    for (const [, list] of lists) found.push(...(list as Operation[]));
  }
  // A module may export its parts beside the whole list.
  const persons = found.filter(({ scopes }) => !scopes);
  return [...new Map(persons.map((operation) => [operation.id, operation])).values()];
}

/** The text of schema.gen.ts. */
export async function clientTypes(): Promise<string> {
  const document = describeApi(await collectOperations());
  const nodes = await openapiTypescript(document as never, { alphabetize: true, emptyObjectsUnknown: true });
  return `// Written by tools/generate-client.ts; change the contracts of the modules instead.\n${astToString(nodes)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await clientTypes();
  const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (process.argv.includes('--check')) {
    if (current !== text) {
      console.error('apps/web/src/api/schema.gen.ts is old: run `node tools/generate-client.ts`.');
      process.exitCode = 1;
    }
  } else {
    writeFileSync(target, text);
    console.log(`${text.split('\n').length} lines written`);
  }
}
