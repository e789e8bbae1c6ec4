import type { Origin } from '../../assembly/stack';
import { type JsonMap, mapAt, memberOf, textAt } from '../../assembly/template';
import { STORE_METADATA } from '../../domain/store-class';

/**
 * The reason for which a store is said to hold nothing of a person: by the app that made the template, or by the metadata of
 * the resource itself, `Metadata: { domicile:store: { personal: { no: <reason> } } }`. Without a reason nothing is said.
 *
 * It lowers the level of what is found, and removes nothing.
 */
export function reasonNotPersonal(resource: JsonMap, { holds }: Origin): string | undefined {
  const declared = holds ?? mapAt(resource, 'Metadata')[STORE_METADATA];
  const reason = textAt(memberOf(declared, 'personal'), 'no')?.trim();
  return reason === '' ? undefined : reason;
}
