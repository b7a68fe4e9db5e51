/** Signs bundles with Ed25519: a key at hand, or a service that keeps it. */
export interface BundleSigner {
  /** The public key as `ed25519:…`. */
  readonly key: string;
  /** 64 bytes over all of `content`. */
  sign(content: Uint8Array): Promise<Uint8Array>;
}
