import { readFileSync, writeFileSync } from 'node:fs';
import { openPkcs11, openPkcs12, signPdf, verifyPdf } from './platform/signatures/index.ts';
const s = openPkcs11({ library: '/usr/lib/softhsm/libsofthsm2.so', token: 'Thu', pin: '1234', key: 'khoa' });
const p12 = await openPkcs12(readFileSync('/tmp/sig/k.p12'), 'matkhau');
let pdf: Uint8Array = new Uint8Array(readFileSync('/tmp/sig/x.pdf'));
const at = new Date('2026-06-01T08:00:00Z');
for (const [i, signer] of [p12, s, p12].entries()) {
  const t = Date.now();
  pdf = await signPdf(pdf, { signer, name: 'Giáo viên Toán', reason: 'Kí học bạ', at, field: `ki-${i}` });
  console.log(i, Date.now() - t, 'ms', pdf.length);
}
writeFileSync('/tmp/sig/signed.pdf', pdf);
const cert = new Uint8Array(readFileSync('/tmp/sig/c.der'));
console.log(await verifyPdf(pdf, { anchors: [cert], now: new Date() }));
console.log((await verifyPdf(pdf, { anchors: [], now: new Date() })).signatures.map((x) => x.fault));
let wrong = 0; const t = Date.now();
for (let i = 0; i < 40; i++) { const c = new Uint8Array(pdf); const k = Math.floor((pdf.length - 1) * i / 39); c[k] = c[k]! ^ 1; const r = await verifyPdf(c, { anchors: [cert], now: new Date() }); if (r.fault === null && r.signatures.every((x) => x.fault === null)) { wrong++; console.log('not seen at', k, String.fromCharCode(pdf[k]!)); } }
console.log('missed', wrong, (Date.now() - t) / 40, 'ms');
s.close();
