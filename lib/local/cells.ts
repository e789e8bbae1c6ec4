import type { CellAddress, CellAddresses } from '../client/cells';
import { stackName } from '../domain/cell';
import { JURISDICTION_IDS, type JurisdictionId } from '../domain/jurisdictions';
import type { Outputs } from './cdk';
import { LocalError } from './errors';

/** Where a person's device reaches the deployed cells. */
export function addressesOf(outputs: Outputs, endpoint: string): CellAddresses {
  return Object.fromEntries(JURISDICTION_IDS.map((id) => [id, addressOf(nameOf(outputs, id), endpoint)]));
}

/**
 * An emulator tells APIs apart by the Host header, writes names into its outputs that few systems can look up, and does not
 * know of the forwarder before it: the request goes to `endpoint`, and the name into the header.
 */
function addressOf(name: string, endpoint: string): CellAddress {
  return { endpoint, hostHeader: name };
}

/** The URL of a cell's API as curl and browsers reach it, which look up any name below `localhost` by themselves. */
export function apiOf(outputs: Outputs, jurisdiction: JurisdictionId, endpoint: string): string {
  const url = new URL(endpoint);
  url.hostname = nameOf(outputs, jurisdiction);
  return url.origin;
}

function nameOf(outputs: Outputs, jurisdiction: JurisdictionId): string {
  const stack = stackName(jurisdiction, 'Api');
  const api = outputs[stack]?.['ApiEndpoint'];
  if (api === undefined)
    throw new LocalError('OutputMissing', `stack '${stack}' has no output 'ApiEndpoint'; its API cannot be reached`);
  return new URL(api).hostname;
}
