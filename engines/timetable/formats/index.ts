import type { Format } from './format.ts';

/** The formats by name; each is loaded when asked for. */
const formats: Readonly<Record<string, () => Promise<Format>>> = {
  fet: async () => (await import('./fet/format.ts')).fetFormat,
  json: async () => (await import('./json/format.ts')).jsonFormat,
};

/** Names of the formats that can be read. */
export const formatNames: readonly string[] = Object.keys(formats);

/** The format of that name; undefined when there is none. */
export async function formatNamed(name: string): Promise<Format | undefined> {
  return formats[name]?.();
}
