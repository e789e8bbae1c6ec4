import { Stack, Token } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../domain/errors';
import { HOME_REGION, type HomeRegion, type JurisdictionId } from '../domain/jurisdictions';

/** Where a construct stands: its own account, in the home region of its jurisdiction. */
export interface Home {
  readonly region: HomeRegion;
  readonly account: string;
}

/**
 * Refuses a construct that would not be deployed to its jurisdiction's home region.
 *
 * @returns the home region and the account, both concrete
 * @throws ConfigurationError `RegionUnresolved`, `AccountUnresolved` or `NotAtHome`, with the construct's path
 */
export function homeOf(construct: IConstruct, jurisdiction: JurisdictionId): Home {
  const { region, account } = Stack.of(construct);
  const home = HOME_REGION[jurisdiction];
  const { path } = construct.node;
  if (Token.isUnresolved(region)) {
    throw new ConfigurationError(
      'RegionUnresolved',
      `the stack of '${path}' has no concrete region; set env.region to '${home}'`,
    );
  }
  if (region !== home) {
    throw new ConfigurationError(
      'NotAtHome',
      `'${path}' holds data of '${jurisdiction}', whose home is '${home}', but its stack deploys to '${region}'`,
    );
  }
  if (Token.isUnresolved(account)) {
    throw new ConfigurationError(
      'AccountUnresolved',
      `the stack of '${path}' has no concrete account; set env.account to the account of '${jurisdiction}'`,
    );
  }
  return { region: home, account };
}
