import { Certificate, CertificateRevocationList, IssuingDistributionPoint } from 'pkijs';
import { commonName, nameKey } from './certificate.ts';
import { bufferOf } from './engine.ts';

/** A list of withdrawn certificates (CRL, RFC 5280) that its authority has signed. */
export interface WithdrawnList {
  /** Common name of the authority. */
  readonly authority: string;
  /** Which certificates it speaks of: their `issuer`. */
  readonly issuer: string;
  readonly issuedAt: Date;
  /** When the next one comes; from then on it says nothing of certificates that it does not name. */
  readonly nextAt: Date | null;
  /** When each was withdrawn, by serial number in hexadecimal. */
  readonly withdrawn: ReadonlyMap<string, Date>;
}

/** `unknownAuthority`: none of the certificates given is its issuer's; `partial`: a list of changes, or of some certificates only. */
export type ListFault = 'damaged' | 'unknownAuthority' | 'forged' | 'partial';

/** What lists say of a certificate; `notChecked`: none speaks of it at that moment. */
export type Standing = 'notWithdrawn' | 'withdrawn' | 'notChecked';

/** Extensions without which a list cannot be read wrongly: number, key of the authority, what it is about. */
const understood = ['2.5.29.20', '2.5.29.35', '2.5.29.28'];
const changesOnly = '2.5.29.27';
const about = '2.5.29.28';

/**
 * Reads a list, PEM or DER, and checks that one of `authorities` (certificates, DER) has signed it.
 * @returns the list, or why it does not count
 */
export async function readWithdrawnList(
  bytes: Uint8Array,
  authorities: readonly Uint8Array[],
): Promise<{ readonly list: WithdrawnList } | { readonly fault: ListFault }> {
  const crl = parse(bytes);
  if (!crl) return { fault: 'damaged' };
  const issuer = nameKey(crl.issuer);
  const issuers = authorities
    .map((der) => Certificate.fromBER(bufferOf(der)))
    .filter(({ subject }) => nameKey(subject) === issuer);
  if (issuers.length === 0) return { fault: 'unknownAuthority' };
  const signed = await Promise.all(
    issuers.map((issuerCertificate) => crl.verify({ issuerCertificate }).catch(() => false)),
  );
  const signer = issuers[signed.indexOf(true)];
  if (!signer) return { fault: 'forged' };
  if (isPartial(crl)) return { fault: 'partial' };
  const entries = (crl.revokedCertificates ?? []).map(
    ({ userCertificate, revocationDate }) =>
      [Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex'), revocationDate.value] as const,
  );
  return {
    list: {
      authority: commonName(signer),
      issuer,
      issuedAt: crl.thisUpdate.value,
      nextAt: crl.nextUpdate?.value ?? null,
      withdrawn: new Map(entries),
    },
  };
}

function parse(bytes: Uint8Array): CertificateRevocationList | undefined {
  const block = /-----BEGIN X509 CRL-----([^-]+)-----END X509 CRL-----/.exec(
    Buffer.from(bytes).toString('latin1'),
  );
  try {
    return CertificateRevocationList.fromBER(bufferOf(block?.[1] ? Buffer.from(block[1], 'base64') : bytes));
  } catch {
    return undefined;
  }
}

function isPartial({ crlExtensions }: CertificateRevocationList): boolean {
  return (crlExtensions?.extensions ?? []).some(({ extnID, critical, parsedValue }) => {
    if (extnID === changesOnly || (critical && !understood.includes(extnID))) return true;
    if (extnID !== about) return false;
    if (!(parsedValue instanceof IssuingDistributionPoint)) return true;
    const { indirectCRL, onlyContainsCACerts, onlyContainsAttributeCerts, onlySomeReasons } = parsedValue;
    return indirectCRL || onlyContainsCACerts || onlyContainsAttributeCerts || onlySomeReasons !== 0;
  });
}

/**
 * Whether the certificate of a signature was withdrawn when it counted: at its time stamp, without one `now`, for then the hour is only the
 * signer's word.
 */
export function standingOf(
  {
    issuer,
    serialNumber,
    at,
    isTimeStamped,
  }: {
    readonly issuer: string;
    readonly serialNumber: string;
    readonly at: Date | null;
    readonly isTimeStamped: boolean;
  },
  lists: readonly WithdrawnList[],
  now: Date,
): Standing {
  const moment = isTimeStamped && at ? at : now;
  const own = lists.filter((list) => list.issuer === issuer);
  const isNamed = own.some(({ withdrawn }) => {
    const day = withdrawn.get(serialNumber);
    return day !== undefined && day <= moment;
  });
  if (isNamed) return 'withdrawn';
  return own.some(({ issuedAt, nextAt }) => moment <= (nextAt ?? issuedAt)) ? 'notWithdrawn' : 'notChecked';
}
