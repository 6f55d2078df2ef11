import { ensureWebBuilt } from '../../apps/cli/web-build.ts';

/** Builds the web app once before the journeys, unless it is already built from these sources. */
export default function setup(): Promise<void> {
  return ensureWebBuilt((line) => console.log(line));
}
