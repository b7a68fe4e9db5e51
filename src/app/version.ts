import manifest from '../../package.json' with { type: 'json' };

/** The version of this engine, as the package states it. */
export const version: string = manifest.version;
