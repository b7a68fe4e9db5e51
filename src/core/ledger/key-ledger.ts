/** The chain that belongs to no repository: which keys sign bundles. No repository of GitHub has this id. */
export const keyLedger = 0;
