import { webcrypto } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthenticatedSafe,
  BasicConstraints,
  CertBag,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  PFX,
  PKCS8ShroudedKeyBag,
  PKIStatusInfo,
  PrivateKeyInfo,
  RevokedCertificate,
  SafeBag,
  SafeContents,
  SignedData,
  SignerInfo,
  Time,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { bufferOf } from './engine.ts';

type KeyPair = Awaited<ReturnType<typeof webcrypto.subtle.generateKey>> & {
  privateKey: webcrypto.CryptoKey;
  publicKey: webcrypto.CryptoKey;
};

const algorithms = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const;

/** A certificate with its key, as a test authority hands them out. */
export interface Identity {
  readonly certificate: Uint8Array;
  readonly privateKey: webcrypto.CryptoKey;
  /** The key as PKCS #8. */
  readonly pkcs8: Uint8Array;
}

/** A certificate authority of a test: its own certificate is the anchor. */
export interface TestAuthority {
  readonly anchor: Uint8Array;
  issue(name: string, options?: IssueOptions): Promise<Identity>;
  /** A list of withdrawn certificates (CRL), DER. */
  withdraw(
    entries: readonly { readonly certificate: Uint8Array; readonly at: Date }[],
    days: { readonly from: Date; readonly next?: Date },
  ): Promise<Uint8Array>;
}

interface IssueOptions {
  readonly keyType?: 'rsa' | 'ecdsa';
  readonly from?: Date;
  readonly to?: Date;
  readonly forTimeStamps?: boolean;
}

/** Makes an authority whose certificates are valid from 2025 to 2035 unless told otherwise. */
export async function testAuthority(): Promise<TestAuthority> {
  const [notBefore, notAfter] = [new Date('2025-01-01T00:00:00Z'), new Date('2035-01-01T00:00:00Z')];
  const name = 'Cơ quan chứng thực thử';
  const root = (await webcrypto.subtle.generateKey(algorithms.ecdsa, true, ['sign', 'verify'])) as KeyPair;
  let serial = 0;

  async function certify(
    subject: string,
    key: webcrypto.CryptoKey,
    from: Date,
    to: Date,
    extensions: Extension[],
  ) {
    serial += 1;
    const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: serial }) });
    certificate.subject.typesAndValues.push(commonName(subject));
    certificate.issuer.typesAndValues.push(commonName(name));
    certificate.notBefore.value = from;
    certificate.notAfter.value = to;
    certificate.extensions = extensions;
    await certificate.subjectPublicKeyInfo.importKey(key as never);
    await certificate.sign(root.privateKey as never, 'SHA-256');
    return new Uint8Array(certificate.toSchema().toBER());
  }

  return {
    anchor: await certify(name, root.publicKey, notBefore, notAfter, [
      extension('2.5.29.19', new BasicConstraints({ cA: true, pathLenConstraint: 2 }).toSchema().toBER()),
      extension('2.5.29.15', keyUsage(0b0000_0110)), // signs certificates and lists of withdrawn ones
    ]),
    async withdraw(entries, { from, next }) {
      const list = new CertificateRevocationList({ version: 1, thisUpdate: new Time({ value: from }) });
      list.issuer.typesAndValues.push(commonName(name));
      if (next) list.nextUpdate = new Time({ value: next });
      if (entries.length > 0) {
        list.revokedCertificates = entries.map(({ certificate, at }) => {
          const userCertificate = Certificate.fromBER(bufferOf(certificate)).serialNumber;
          return new RevokedCertificate({ userCertificate, revocationDate: new Time({ value: at }) });
        });
      }
      await list.sign(root.privateKey as never, 'SHA-256');
      return new Uint8Array(list.toSchema().toBER());
    },
    async issue(subject, { keyType = 'ecdsa', from = notBefore, to = notAfter, forTimeStamps = false } = {}) {
      const keys = (await webcrypto.subtle.generateKey(algorithms[keyType], true, [
        'sign',
        'verify',
      ])) as KeyPair;
      const use = forTimeStamps
        ? extension('2.5.29.37', new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema().toBER())
        : extension('2.5.29.15', keyUsage(0b1000_0000)); // signs data
      return {
        certificate: await certify(subject, keys.publicKey, from, to, [use]),
        privateKey: keys.privateKey,
        pkcs8: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
      };
    },
  };
}

function commonName(value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) as never });
}

function extension(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue });
}

function keyUsage(bits: number): ArrayBuffer {
  return new BitString({ valueHex: Uint8Array.of(bits).buffer }).toBER();
}

/** A PKCS #12 file with the key under AES-256, as OpenSSL 3 writes it. */
export async function pkcs12File({ certificate, pkcs8 }: Identity, password: string): Promise<Uint8Array> {
  const secret = bufferOf(new TextEncoder().encode(password));
  const cipher = { name: 'AES-CBC', length: 256 } as const;
  const key = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(bufferOf(pkcs8)) });
  await key.makeInternalValues({
    password: secret,
    contentEncryptionAlgorithm: cipher as never,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 2048,
  });
  const pfx = new PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            {
              privacyMode: 0,
              value: new SafeContents({
                safeBags: [new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: key })],
              }),
            },
            {
              privacyMode: 1,
              value: new SafeContents({
                safeBags: [
                  new SafeBag({
                    bagId: '1.2.840.113549.1.12.10.1.3',
                    bagValue: new CertBag({ parsedValue: Certificate.fromBER(bufferOf(certificate)) }),
                  }),
                ],
              }),
            },
          ],
        },
      }),
    },
  });
  const safe = pfx.parsedValue?.authenticatedSafe as AuthenticatedSafe;
  await safe.makeInternalValues({
    safeContents: [
      {},
      {
        password: secret,
        contentEncryptionAlgorithm: cipher,
        hmacHashAlgorithm: 'SHA-256',
        iterationCount: 2048,
      },
    ],
  });
  await pfx.makeInternalValues({
    password: secret,
    iterations: 2048,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

/** How a time-stamping authority of a test may misbehave. */
export type StampMischief = 'none' | 'otherNonce' | 'otherData' | 'refuses' | 'noise';

/** A real time-stamping authority (RFC 3161) on this machine. */
export async function testStampServer(
  { certificate, privateKey }: Identity,
  now: () => Date,
  mischief: () => StampMischief = () => 'none',
): Promise<{ url: string; close(): Promise<void> }> {
  let serial = 0;
  async function answer(body: Uint8Array): Promise<Uint8Array> {
    const wrong = mischief();
    if (wrong === 'noise') return new TextEncoder().encode('xin chào');
    if (wrong === 'refuses') {
      return new Uint8Array(
        new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }).toSchema().toBER(),
      );
    }
    const request = TimeStampReq.fromBER(bufferOf(body));
    serial += 1;
    if (wrong === 'otherData') {
      request.messageImprint.hashedMessage = new OctetString({ valueHex: new Uint8Array(32).buffer });
    }
    const info = new TSTInfo({
      version: 1,
      policy: '1.3.6.1.4.1.99999.1',
      messageImprint: request.messageImprint,
      serialNumber: new Integer({ value: serial }),
      genTime: now(),
      ...(wrong === 'otherNonce'
        ? { nonce: new Integer({ value: 7 }) }
        : request.nonce
          ? { nonce: request.nonce }
          : {}),
    });
    const own = Certificate.fromBER(bufferOf(certificate));
    const signed = new SignedData({
      version: 3,
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: '1.2.840.113549.1.9.16.1.4',
        eContent: new OctetString({ valueHex: info.toSchema().toBER() }),
      }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        }),
      ],
      certificates: [own],
    });
    await signed.sign(privateKey as never, 0, 'SHA-256');
    const token = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
    const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
    return new Uint8Array(response.toSchema().toBER());
  }
  const server: Server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      reply.setHeader('content-type', 'application/timestamp-reply');
      reply.end(await answer(new Uint8Array(Buffer.concat(parts))));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
