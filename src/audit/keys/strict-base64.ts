/** Reads base64 that is written in the one way there is; null for anything else, such as other padding or loose bits at its end. */
export function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
