import { readFileSync } from 'node:fs';
import { verify, X509Certificate } from 'node:crypto';
import { openPkcs11 } from './platform/signatures/pkcs11.ts';
import { openPkcs12 } from './platform/signatures/pkcs12.ts';
import './platform/signatures/engine.ts';
const lib = '/usr/lib/softhsm/libsofthsm2.so';
const s = openPkcs11({ library: lib, token: 'Thu', pin: '1234', key: 'khoa' });
const d = Buffer.from('xin chào');
console.log(s.keyType, verify('sha256', d, new X509Certificate(s.certificates[0]!).publicKey, await s.sign(d)));
s.close();
for (const bad of [{ pin: '9999' }, { token: 'X' }, { library: '/no.so' }, { key: 'no' }]) {
  try { openPkcs11({ library: lib, token: 'Thu', pin: '1234', key: 'khoa', ...bad }); console.log('??'); } catch (e) { console.log(String(e)); }
}
const t = await openPkcs12(readFileSync('/tmp/sig/k.p12'), 'matkhau');
console.log(t.keyType, verify('sha256', d, new X509Certificate(t.certificates[0]!).publicKey, await t.sign(d)));
for (const [f, p] of [['k.p12', 'sai'], ['old.p12', 'matkhau'], ['c.pem', '']]) {
  try { await openPkcs12(readFileSync('/tmp/sig/' + f), p!); console.log('??'); } catch (e) { console.log(f, String(e)); }
}
