import { webcrypto } from 'node:crypto';
import { CryptoEngine, setEngine } from 'pkijs';

// The library looks for a browser's crypto; on a server it must be told where to find it.
setEngine(
  'node',
  new CryptoEngine({
    name: 'node',
    crypto: webcrypto as unknown as ConstructorParameters<typeof CryptoEngine>[0]['crypto'],
  }),
);

/** The bytes as the library wants them: a buffer of their own. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
