import { AssemblyResolver } from '../../lib/assembly/resolve';
import { buildGraph } from '../../lib/controls/flows/build-graph';
import type { Node } from '../../lib/controls/flows/graph';
import { View } from '../../lib/controls/flows/view';
import { termsOf } from '../../lib/controls/proactive/homes';
import { assemblyOf } from './in-memory';

/** Every hop that one template of eu-central-1 lets data take, by whom it is carried: `Table → Reader (delivery: pipe)`. */
export function edgesOf(resources: Readonly<Record<string, unknown>>): string[] {
  const assembly = assemblyOf({ Main: { Resources: resources } });
  const view = new View(assembly, new AssemblyResolver(assembly), termsOf({}));
  return buildGraph(view, [], []).edges.flatMap(({ from, to, certain, hop }) =>
    hop === undefined ? [] : [`${nameOf(from)} → ${nameOf(to)} (${hop.by}: ${hop.what}${certain ? '' : ', possibly'})`],
  );
}

function nameOf({ kind, point }: Node): string {
  return kind === 'group' ? 'a group' : point.name.replace('Main/', '');
}
