export { type PdfSignature, signPdf } from './pdf-sign.ts';
export { type CheckedPdf, type CheckedSignature, type SignatureFault, verifyPdf } from './pdf-verify.ts';
export { openPkcs11, type TokenPlace } from './pkcs11.ts';
export { openPkcs12 } from './pkcs12.ts';
export { type Signer, SignerFault } from './signer.ts';
export { type TimeStamper, TimeStampFault, timeStamperAt } from './timestamp.ts';
