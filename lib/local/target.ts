/** Where the run deploys to: the emulator, or another AWS-compatible endpoint. */
export interface Target {
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** The one AWS account of both cells. */
  readonly account: string;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What every SDK client of the run is made with; nothing of it comes from the environment or from a profile. */
export function sdkConfiguration({ endpoint, credentials }: Pick<Target, 'endpoint' | 'credentials'>, region: string) {
  // An emulator that hangs must not hang the run.
  return { endpoint, credentials, region, requestHandler: { requestTimeout: 30_000, throwOnRequestTimeout: true } };
}
