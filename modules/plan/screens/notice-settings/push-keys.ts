/** Bytes of base64url text, as browsers want a key. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

/** What the server keeps of a browser's subscription; a browser that gives no keys is a fault. */
export function subscriptionBody({ endpoint, keys }: PushSubscriptionJSON): {
  endpoint: string;
  p256dh: string;
  auth: string;
} {
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new TypeError('a subscription without keys');
  return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
}
