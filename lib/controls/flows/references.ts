import type { Possible } from '../../assembly/possible';
import type { Resource } from './resource';
import type { View } from './view';

/** Every resource that another one names anywhere in its properties. */
export function referencesOf({ properties }: Resource, view: View): ReadonlySet<Resource> {
  const found = new Set<Resource>();
  const visit = (possible: Possible): void => {
    switch (possible.kind) {
      case 'absent':
        return;
      case 'text':
        for (const part of possible.text) {
          const resource = typeof part === 'string' ? undefined : view.behind(part);
          if (resource !== undefined) found.add(resource);
        }
        return;
      case 'list':
        for (const { node, stack } of possible.items) view.resolver.resolve(node, stack).forEach(visit);
        return;
      case 'map':
        for (const node of Object.values(possible.entries)) view.resolver.resolve(node, possible.stack).forEach(visit);
        return;
      default:
        possible satisfies never;
    }
  };
  view.resolver.resolve(properties.node, properties.stack).forEach(visit);
  return found;
}
