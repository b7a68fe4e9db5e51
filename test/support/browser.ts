import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';

/**
 * Starts a real Chromium. The binary and the libraries that a bare machine lacks come from a package; CHROME_PATH names
 * another one, for machines that are not Linux on x64.
 */
export async function startBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const executablePath = process.env['CHROME_PATH'] ?? (await unpackedChromium());
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

async function unpackedChromium(): Promise<string> {
  // The package unpacks below TMPDIR under a name without a version; a folder of our own keeps versions and projects apart.
  const folder = resolve(import.meta.dirname, '../../node_modules/.cache/chromium-153');
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const libraries = join(folder, 'al2023');
  if (!existsSync(libraries)) await inflate(resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  // The package's own settings look for fonts below /tmp alone. Ours add those of the machine, which have more signs.
  const fonts = join(folder, 'fonts-of-this-machine.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
`,
  );
  process.env['FONTCONFIG_FILE'] = fonts;
  setupLambdaEnvironment(join(libraries, 'lib'));
  return chromium.executablePath();
}
