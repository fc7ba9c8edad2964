/**
 * A new random id for an intent: 128 bits, base64url (22 characters). `crypto.randomUUID` exists only on https
 * pages, and some one-stop systems are plain http.
 */
export function newIntentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
