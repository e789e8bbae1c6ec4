/** What a name speaks of that can lead data to another place. */
const PLACE = /region|replica|cop(?:y|ies)|peer|global|cross|destination|share|failover/iu;

/** Whether a property or an action is called after a way to another place. */
export function speaksOfPlace(name: string): boolean {
  return PLACE.test(name);
}
