import { known } from '../../assembly/text';
import type { Graph } from './graph';
import { isKind, isStoreType } from './kinds';
import { isOfService, type Names, serviceIn } from './names';
import { hasWildcard } from './patterns';
import type { Resource } from './resource';
import type { TextSpot, View } from './view';

/** Adds what backup plans copy into which vault. */
export class Backups {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;

  constructor(graph: Graph, view: View, names: Names) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
  }

  add(): void {
    for (const selection of this.#view.ofType('AWS::Backup::BackupSelection')) this.#addSelection(selection);
    for (const plan of this.#view.ofType('AWS::Backup::BackupPlan')) {
      const spots = VAULTS.flatMap((path) => this.#view.texts(plan, path));
      for (const spot of spots) {
        const vaults = this.#names.named(spot.text, plan.stack, 'AWS::Backup::BackupVault');
        for (const vault of vaults) this.#link(vault, plan, spot.path);
      }
    }
  }

  /** What a rule copies it takes from the vault again. */
  #link(vault: Resource, plan: Resource, path: string): void {
    const hop = { by: 'delivery', what: 'backup', at: plan.said(path) } as const;
    this.#graph.add({ from: plan, to: vault, certain: true, hop });
    this.#graph.add({ from: vault, to: plan, certain: true, hop });
  }

  #addSelection(selection: Resource): void {
    const plans = this.#names.pointed(this.#view.texts(selection, 'BackupPlanId'));
    const named = this.#view.texts(selection, 'BackupSelection.Resources[]');
    const selected = named.flatMap((spot) => this.#selectedBy(spot, selection));
    const byTag = TAGS.flatMap((path) => this.#view.spots(selection, path));
    // Tags can be on anything, and are not looked at here.
    const perhaps = named.length === 0 && byTag.length > 0 ? this.#everything(selection) : [];
    for (const plan of plans) {
      for (const store of selected) this.#select(store, plan, selection, byTag.length === 0);
      for (const store of perhaps) this.#select(store, plan, selection, false);
    }
  }

  #selectedBy({ text }: TextSpot, selection: Resource): readonly Resource[] {
    if (known(text) === '*') return this.#everything(selection);
    const named = this.#names.named(text, selection.stack);
    if (named.length > 0 || !hasWildcard(text)) return named;
    const service = serviceIn(text);
    return this.#everything(selection).filter(({ type }) => isKind(type) && isOfService(type, service));
  }

  #everything({ stack }: Resource): readonly Resource[] {
    return this.#view.resources.filter(({ type, region }) => region === stack.region && isStoreType(type));
  }

  #select(store: Resource, plan: Resource, selection: Resource, certain: boolean): void {
    const hop = { by: 'delivery', what: 'backup selection', at: selection.said('BackupSelection') } as const;
    this.#graph.add({ from: store, to: plan, certain, hop });
  }
}

const VAULTS = [
  'BackupPlan.BackupPlanRule[].TargetBackupVault',
  'BackupPlan.BackupPlanRule[].TargetLogicallyAirGappedBackupVaultArn',
];
const TAGS = ['BackupSelection.ListOfTags[]', 'BackupSelection.Conditions'];
