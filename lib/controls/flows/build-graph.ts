import type { Finding } from '../../domain/finding';
import { Answers } from './answers';
import { Backups } from './backups';
import { Channels } from './channels';
import { Carriage } from './delivery';
import { Elsewhere } from './elsewhere';
import { EventBuses } from './events';
import { Everything } from './everything';
import { Grants } from './grants';
import { type Accepted, Graph } from './graph';
import { Holders } from './holders';
import { Names } from './names';
import { Network } from './network';
import { NetworkedStores } from './networked-stores';
import { Perimeter } from './perimeter';
import { Placing } from './placing';
import { ResourcePolicies } from './resource-policies';
import { Runs } from './runs';
import { SamEvents } from './sam-events';
import { SecurityGroups } from './security-groups';
import { Trust } from './trust';
import type { View } from './view';

/** All ways that data can take between the resources of an assembly, and out of it. */
export function buildGraph(view: View, findings: readonly Finding[], accepted: readonly Accepted[]): Graph {
  const graph = new Graph(accepted);
  const names = new Names(view);
  const holders = new Holders(view, names);
  const trust = new Trust(graph, view, names, holders);
  const writesOf = (resource: Parameters<typeof holders.of>[0]) =>
    resource.type === 'AWS::IAM::Role' ? (holders.of(resource)?.writes ?? resource) : resource;
  const isMeant = (resource: Parameters<typeof holders.of>[0]) =>
    resource.type !== 'AWS::IAM::Role' || trust.assumable.has(resource);
  const everything = new Everything(view, graph, writesOf, isMeant);
  const elsewhere = new Elsewhere(view, graph);
  new Grants(graph, view, names, everything, elsewhere, writesOf).add(holders);

  const network = new Network(view, names);
  const groups = new SecurityGroups(view, names);
  const placing = new Placing(graph, view, names, network, groups);
  placing.add();
  new Runs(graph, view, names, holders, everything, placing).add(trust);
  new NetworkedStores(graph, view, names, network, groups, placing).add();
  new Perimeter(graph, view, names, placing).add();

  const carriage = new Carriage(graph, view, names, elsewhere);
  const answers = new Answers(graph, view, names);
  carriage.add();
  new EventBuses(graph, view, carriage).add();
  new SamEvents(view, names, carriage, answers).add();
  new Backups(graph, view, names).add();
  answers.add();
  new ResourcePolicies(graph, view, names, holders).add();
  new Channels(graph, view, names, holders, everything, placing).add(findings);
  return graph;
}
