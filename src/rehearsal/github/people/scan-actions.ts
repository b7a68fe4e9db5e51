import type { Analysis } from '../records/scan.ts';
import type { World } from '../records/world.ts';
import { uploadAnalysis } from '../state/code-scanning.ts';
import type { ScanInput } from '../state/code-scanning.ts';
import { locate } from './locate.ts';
import type { RepositoryRef } from './locate.ts';

/** What a workflow uploads to code scanning, and whether the repository has it at all. */
export function createScanActions(world: World) {
  return {
    scanCode: (input: ScanInput & { readonly repository: RepositoryRef }): Analysis => uploadAnalysis(world, locate(world, input.repository), input),
    switchCodeScanning: (input: { readonly repository: RepositoryRef; readonly on: boolean }): void => {
      locate(world, input.repository).lacksCodeScanning = !input.on;
    },
  };
}
