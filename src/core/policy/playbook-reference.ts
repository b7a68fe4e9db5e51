import { readConfigSource } from './config-source.ts';

/**
 * The playbook that a configuration text names, even when the rest of it is wrong: it must be loaded before the rest
 * can be judged. Null when none is named.
 */
export function playbookReference(text: string): string | null {
  const { document } = readConfigSource('', text);
  try {
    const value: unknown = document?.get('playbook');
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  } catch {
    return null;
  }
}
