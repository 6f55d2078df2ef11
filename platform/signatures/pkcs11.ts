import { createHash, X509Certificate } from 'node:crypto';
import koffi from 'koffi';
import { type Signer, SignerFault } from './signer.ts';

/** Names and numbers of PKCS #11 v2.40 (OASIS). */
const CKO = { certificate: 1, privateKey: 3 } as const;
const CKA = { class: 0x0, label: 0x3, value: 0x11, keyType: 0x100, id: 0x102 } as const;
const CKM = { sha256RsaPkcs: 0x40, ecdsa: 0x1041 } as const;
const CKK = { rsa: 0, ec: 3 } as const;
const CKR = {
  ok: 0,
  pinIncorrect: 0xa0,
  pinLocked: 0xa4,
  alreadyLoggedIn: 0x100,
  alreadyInitialised: 0x191,
} as const;
const CKF_SERIAL_SESSION = 4;
const CKU_USER = 1;

export interface TokenPlace {
  /** Path of the maker's PKCS #11 library. */
  readonly library: string;
  /** Label of the token; its blanks at the end do not count. */
  readonly token: string;
  readonly pin: string;
  /** Label of the key; the only key of the token when left out. */
  readonly key?: string;
}

interface Attribute {
  type: number;
  pValue: Buffer | null;
  ulValueLen: number;
}

// Windows packs the structures of PKCS #11 without gaps; elsewhere they lie as C lays them.
const layOut = process.platform === 'win32' ? koffi.pack : koffi.struct;
const CkAttribute = layOut('CK_ATTRIBUTE', { type: 'ulong', pValue: 'void *', ulValueLen: 'ulong' });
const CkMechanism = layOut('CK_MECHANISM', {
  mechanism: 'ulong',
  pParameter: 'void *',
  ulParameterLen: 'ulong',
});

function load(path: string) {
  let library: ReturnType<typeof koffi.load>;
  try {
    library = koffi.load(path);
  } catch (error) {
    throw new SignerFault('noLibrary', error instanceof Error ? error.message : String(error));
  }
  const take = (name: string, ...parameters: Parameters<typeof koffi.sizeof>[0][]) => {
    const call = library.func(name, 'ulong', parameters);
    return (...values: unknown[]): number => Number(call(...values));
  };
  const [out, inout] = [koffi.out, koffi.inout];
  const ulong = koffi.pointer('ulong');
  const attributes = koffi.pointer(CkAttribute);
  return {
    initialise: take('C_Initialize', 'void *'),
    slots: take('C_GetSlotList', 'uint8', out(ulong), inout(ulong)),
    tokenInfo: take('C_GetTokenInfo', 'ulong', 'void *'),
    open: take('C_OpenSession', 'ulong', 'ulong', 'void *', 'void *', out(ulong)),
    close: take('C_CloseSession', 'ulong'),
    login: take('C_Login', 'ulong', 'ulong', 'void *', 'ulong'),
    findInit: take('C_FindObjectsInit', 'ulong', attributes, 'ulong'),
    find: take('C_FindObjects', 'ulong', out(ulong), 'ulong', out(ulong)),
    findFinal: take('C_FindObjectsFinal', 'ulong'),
    read: take('C_GetAttributeValue', 'ulong', 'ulong', inout(attributes), 'ulong'),
    signInit: take('C_SignInit', 'ulong', koffi.pointer(CkMechanism), 'ulong'),
    sign: take('C_Sign', 'ulong', 'void *', 'ulong', 'void *', inout(ulong)),
  };
}

type Library = ReturnType<typeof load>;

function check(result: number, step: string): void {
  if (result === CKR.ok) return;
  const detail = `${step} answered 0x${result.toString(16)}`;
  if (result === CKR.pinIncorrect) throw new SignerFault('wrongPassword', detail);
  if (result === CKR.pinLocked) throw new SignerFault('blocked', detail);
  throw new SignerFault('device', detail);
}

/**
 * Opens a token (a card, a USB key, an HSM) by its maker's PKCS #11 library and logs in.
 * @throws SignerFault noLibrary, noToken, wrongPassword, blocked (too many wrong PINs), noKey, device
 */
export function openPkcs11(place: TokenPlace): Signer {
  const library = load(place.library);
  const initialised = library.initialise(null);
  if (initialised !== CKR.alreadyInitialised) check(initialised, 'C_Initialize');
  const session = openSession(library, place);
  try {
    const key = findKey(library, session, place.key);
    const certificates = listCertificates(library, session);
    const own = certificates.find(({ id }) => id.equals(key.id));
    if (!own) throw new SignerFault('noKey', 'no certificate with the identifier of the key');
    return {
      certificates: [own, ...certificates.filter((one) => one !== own)].map(({ der }) => new Uint8Array(der)),
      keyType: key.type,
      sign: async (data) => signWith(library, session, key, data),
      close: () => library.close(session),
    };
  } catch (error) {
    library.close(session);
    throw error;
  }
}

function openSession(library: Library, { token, pin }: TokenPlace): number {
  const count = [64];
  const listed = Array.from({ length: 64 }, () => 0);
  check(library.slots(1, listed, count), 'C_GetSlotList');
  const slot = listed.slice(0, Number(count[0])).find((one) => {
    const info = Buffer.alloc(512);
    // The label is the first field: 32 bytes, filled up with blanks.
    return (
      library.tokenInfo(one, info) === CKR.ok && info.subarray(0, 32).toString('utf8').trimEnd() === token
    );
  });
  if (slot === undefined) throw new SignerFault('noToken', `no token with label "${token}"`);
  const session = [0];
  check(library.open(slot, CKF_SERIAL_SESSION, null, null, session), 'C_OpenSession');
  const secret = Buffer.from(pin, 'utf8');
  const loggedIn = library.login(session[0], CKU_USER, secret, secret.length);
  if (loggedIn !== CKR.ok && loggedIn !== CKR.alreadyLoggedIn) {
    library.close(session[0]);
    check(loggedIn, 'C_Login');
  }
  return session[0] as number;
}

function ulongBytes(value: number): Buffer {
  const bytes = Buffer.alloc(koffi.sizeof('ulong'));
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

function attribute(type: number, value: Buffer | null): Attribute {
  return { type, pValue: value, ulValueLen: value?.length ?? 0 };
}

function listObjects(library: Library, session: number, wanted: readonly Attribute[]): number[] {
  check(library.findInit(session, wanted, wanted.length), 'C_FindObjectsInit');
  const found = Array.from({ length: 64 }, () => 0);
  const count = [0];
  const answer = library.find(session, found, 64, count);
  library.findFinal(session);
  check(answer, 'C_FindObjects');
  return found.slice(0, Number(count[0])).map(Number);
}

function readValue(library: Library, session: number, object: number, type: number): Buffer {
  const room = Buffer.alloc(16_384);
  const asked = [attribute(type, room)];
  check(library.read(session, object, asked, 1), 'C_GetAttributeValue');
  return Buffer.from(room.subarray(0, Number(asked[0]?.ulValueLen ?? 0)));
}

interface Key {
  readonly handle: number;
  readonly id: Buffer;
  readonly type: 'rsa' | 'ecdsa';
}

function findKey(library: Library, session: number, label: string | undefined): Key {
  const wanted = [attribute(CKA.class, ulongBytes(CKO.privateKey))];
  if (label !== undefined) wanted.push(attribute(CKA.label, Buffer.from(label, 'utf8')));
  const handles = listObjects(library, session, wanted);
  if (handles.length !== 1) throw new SignerFault('noKey', `${handles.length} keys on the token`);
  const handle = handles[0] as number;
  const type = readValue(library, session, handle, CKA.keyType).readUInt32LE(0);
  if (type !== CKK.rsa && type !== CKK.ec) throw new SignerFault('noKey', `a key of type ${type}`);
  return {
    handle,
    id: readValue(library, session, handle, CKA.id),
    type: type === CKK.rsa ? 'rsa' : 'ecdsa',
  };
}

function listCertificates(library: Library, session: number): { id: Buffer; der: Buffer }[] {
  return listObjects(library, session, [attribute(CKA.class, ulongBytes(CKO.certificate))]).map((handle) => ({
    id: readValue(library, session, handle, CKA.id),
    der: new X509Certificate(readValue(library, session, handle, CKA.value)).raw,
  }));
}

function signWith(library: Library, session: number, key: Key, data: Uint8Array): Uint8Array {
  const mechanism = key.type === 'rsa' ? CKM.sha256RsaPkcs : CKM.ecdsa;
  check(
    library.signInit(session, { mechanism, pParameter: null, ulParameterLen: 0 }, key.handle),
    'C_SignInit',
  );
  const message = key.type === 'rsa' ? Buffer.from(data) : createHash('sha256').update(data).digest();
  const room = Buffer.alloc(1_024);
  const length = [room.length];
  check(library.sign(session, message, message.length, room, length), 'C_Sign');
  const signature = room.subarray(0, Number(length[0]));
  return key.type === 'rsa' ? new Uint8Array(signature) : derOfPair(signature);
}

/** A token gives r and s one behind the other; CMS wants them as a DER sequence. */
function derOfPair(pair: Buffer): Uint8Array {
  const half = pair.length / 2;
  const integer = (bytes: Buffer) => {
    let from = 0;
    while (from < bytes.length - 1 && bytes[from] === 0) from += 1;
    const short = bytes.subarray(from);
    const value = (short[0] as number) & 0x80 ? Buffer.concat([Buffer.of(0), short]) : short;
    return Buffer.concat([Buffer.of(2, value.length), value]);
  };
  const body = Buffer.concat([integer(pair.subarray(0, half)), integer(pair.subarray(half))]);
  return new Uint8Array(
    Buffer.concat([Buffer.of(0x30, ...(body.length > 127 ? [0x81] : []), body.length), body]),
  );
}
