import { createPrivateKey, hkdfSync } from 'node:crypto';

/**
 * By what a private repository's badge is shown where nobody is signed in. It follows from the app's private key, says only the
 * repository's number, and opens nothing but the badge; a new app key ends all of them.
 */
export function badgeToken(appPrivateKeyPem: string, repository: number): string {
  // Over the DER form, as receipt keys are: line breaks of the PEM make no other token.
  const secret = createPrivateKey(appPrivateKeyPem.replaceAll('\\n', '\n')).export({ type: 'pkcs8', format: 'der' });
  return Buffer.from(hkdfSync('sha256', secret, 'sprintgate', `badge:1:${repository}`, 24)).toString('base64url');
}
