import { Option } from 'commander';

/** `--lang es|en`: in which language a command judges and prints. */
export function langOption(): Option {
  return new Option('--lang <language>', 'es or en (default: the configuration’s language)').choices(['es', 'en']);
}
