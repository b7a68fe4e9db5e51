import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The disk on which the embedded database lies. While it is full no file grows; what is there may be written over. Imported before the app. */
export const disk = { full: false };

const { writeSync } = fs;
const firstFile = 3;

/** The embedded database writes by this alone: by file, bytes, where they begin and how many, and the place in the file. */
fs.writeSync = ((file: number, ...given: [NodeJS.ArrayBufferView, number?, number?, number?]) => {
  if (disk.full && file >= firstFile && grows(file, given))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
  return writeSync(file, ...given);
}) as typeof writeSync;
syncBuiltinESMExports();

function grows(file: number, [bytes, offset = 0, length, position]: [NodeJS.ArrayBufferView, number?, number?, number?]): boolean {
  const { size } = fs.fstatSync(file);
  return (position ?? size) + (length ?? bytes.byteLength - offset) > size;
}
