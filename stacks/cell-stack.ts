import { Fn, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { cellName, STATEFUL_STACKS, type StackKind, stackName } from '../lib/domain/cell';
import { HOME_REGION, type HomeRegion, type JurisdictionId } from '../lib/domain/jurisdictions';
import { REGIONS } from '../lib/domain/regions';

export interface CellStackProps {
  readonly jurisdiction: JurisdictionId;
  /** The AWS account of the cell. */
  readonly account: string;
}

/** What the stacks of a cell have in common: the home region, a name that carries the cell's, and protection of data. */
export abstract class CellStack extends Stack {
  readonly jurisdiction: JurisdictionId;
  readonly home: HomeRegion;

  constructor(scope: Construct, kind: StackKind, props: CellStackProps, more: Pick<StackProps, 'description'>) {
    const { jurisdiction, account } = props;
    super(scope, stackName(jurisdiction, kind), {
      env: { account, region: HOME_REGION[jurisdiction] },
      description: `${cellName(jurisdiction)}: ${more.description}`,
      terminationProtection: (STATEFUL_STACKS as readonly StackKind[]).includes(kind),
      analyticsReporting: false,
    });
    this.jurisdiction = jurisdiction;
    this.home = HOME_REGION[jurisdiction];
  }

  /** The first two zones that the region has: CDK would look them up in the account, and a clean clone has none. */
  override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }

  /** Cells run in this partition only, which the rules of the jurisdictions table see to; CDK would load a table of facts. */
  override get partition(): string {
    return REGIONS[this.home].partition;
  }
}
