export {
  type CertificateFacts,
  certificateFacts,
  certificateFault,
  readCertificates,
} from './certificate.ts';
export { signCms } from './cms.ts';
export { type CheckedCms, checkCms, type SignatureFault } from './cms-verify.ts';
export { type PdfSignature, signPdf } from './pdf-sign.ts';
export { type CheckedPdf, type CheckedSignature, verifyPdf } from './pdf-verify.ts';
export { openPkcs11, type TokenPlace } from './pkcs11.ts';
export { openPkcs12 } from './pkcs12.ts';
export { type Signer, SignerFault } from './signer.ts';
export { type TimeStamper, TimeStampFault, timeStamperAt } from './timestamp.ts';
export {
  type ListFault,
  readWithdrawnList,
  type Standing,
  standingOf,
  type WithdrawnList,
} from './withdrawn.ts';
export { type CheckedXml, signXml, verifyXml, type XmlSignature } from './xml.ts';
