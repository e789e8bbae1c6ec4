import type { CellAddresses } from '../client/cells';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';

/** What the fragment of an address tells a device; a browser sends it to no server. */
export interface Told {
  readonly cells: CellAddresses;
  /** The country that somebody chose at another home. */
  readonly country?: string;
}

/**
 * Where the cells of other jurisdictions are reached. No cell knows that, so no cell can tell: a link does, in its fragment, or the
 * person types it; the device keeps it.
 */
export function toldBy(fragment: string): Told {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const cells = JURISDICTION_IDS.flatMap((id) => {
    const endpoint = endpointOf(id, parameters.get(id) ?? '');
    return endpoint === undefined ? [] : [[id, { endpoint }] as const];
  });
  const country = parameters.get('country');
  return {
    cells: Object.fromEntries(cells),
    ...(country !== null && /^[A-Z]{2}$/.test(country) && { country }),
  };
}

/** The address of the page of a home, with all that a device knows, so that the person finds their way back. */
export function linkTo(endpoint: string, cells: CellAddresses, country?: string): string {
  const told = new URLSearchParams();
  for (const id of JURISDICTION_IDS) {
    const address = cells[id];
    if (address !== undefined) told.set(id, address.endpoint);
  }
  if (country !== undefined) told.set('country', country);
  return `${endpoint}/#${told.toString()}`;
}

/**
 * An address as the device keeps it; undefined where no cell of the jurisdiction can be. The page's own security policy lets it
 * reach APIs of the homes' regions, and a machine's own emulator, and nothing else.
 */
export function endpointOf(jurisdiction: JurisdictionId, text: string): string | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { protocol, hostname, origin } = new URL(text.trim());
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
  const isAtHome = hostname.endsWith(`.execute-api.${JURISDICTIONS[jurisdiction].homeRegion}.amazonaws.com`);
  return (protocol === 'https:' && isAtHome) || isLocal ? origin : undefined;
}
