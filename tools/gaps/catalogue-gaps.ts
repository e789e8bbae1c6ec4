import type { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { isCovered } from '../../lib/catalogue/channel';
import { ACTION_MEANINGS } from '../../lib/catalogue/meanings/action-meanings';
import { PROPERTY_MEANINGS } from '../../lib/catalogue/meanings/property-meanings';
import { TEMPLATE_MEANINGS } from '../../lib/catalogue/meanings/template-meanings';
import { Claims } from './claims';
import { constructProperties } from './construct-properties';
import { findGaps, type Gaps } from './gaps';
import { type ActionList, actionsOfPlace } from './iam-actions';
import { speaksOfPlace } from './place-words';
import { specificationProperties } from './specification-properties';
import { isResolved, templateNames } from './template-names';

/** What AWS knows, as packages tell it. */
export interface Known {
  readonly specification: ReturnType<typeof loadAwsServiceSpecSync>;
  /** Where aws-cdk-lib is installed. */
  readonly constructs: string;
  readonly actions: ActionList;
}

/** How many names of a kind there are, and what the catalogue says of them. */
export interface Comparison extends Gaps {
  readonly considered: number;
  readonly claimed: number;
}

/** Properties of resources, claimed by the rules of channels. */
export function propertyGaps({ specification, constructs }: Pick<Known, 'specification' | 'constructs'>): Comparison {
  const claims = new Claims(CHANNELS);
  const known = [...specificationProperties(specification), ...constructProperties(constructs)];
  const properties = new Map(
    known.filter(({ name }) => speaksOfPlace(name)).map((property) => [named(property.type, property.path), property]),
  );
  const isClaimed = (name: string) => {
    const property = properties.get(name);
    return property !== undefined && claims.has(property);
  };
  const meanings = PROPERTY_MEANINGS.map(({ means, of }) => ({
    means,
    of: Object.entries(of).flatMap(([type, paths]) => paths.map((path) => named(type, path))),
  }));
  return compared([...properties.keys()], isClaimed, meanings);
}

function named(type: string, path: string): string {
  return `${type} ${path}`;
}

/** Actions of IAM, claimed by what the preventive controls of channels refuse. */
export async function actionGaps({ actions }: Pick<Known, 'actions'>): Promise<Comparison> {
  const refused = new Set<string>(
    CHANNELS.flatMap(({ preventive }) =>
      (isCovered(preventive) ? preventive.denies : []).flatMap((deny) => deny.actions),
    ),
  );
  return compared(await actionsOfPlace(actions), (name) => refused.has(name), ACTION_MEANINGS);
}

/** Functions, pseudo parameters and transforms of templates, claimed by the engine that resolves them. */
export function templateGaps({ constructs }: Pick<Known, 'constructs'>): Comparison {
  return compared(templateNames(constructs), isResolved, TEMPLATE_MEANINGS);
}

function compared(
  known: readonly string[],
  isClaimed: (name: string) => boolean,
  meanings: Parameters<typeof findGaps>[2],
) {
  const claimed = new Set(known.filter(isClaimed));
  return {
    considered: known.length,
    claimed: claimed.size,
    ...findGaps(known, (name) => claimed.has(name), meanings),
  };
}
