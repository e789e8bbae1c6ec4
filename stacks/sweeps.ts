import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { RegionalFunction, type RegionalFunctionProps } from '../lib/constructs/regional-function';
import { SWEEPS, type SweepId } from '../lib/domain/routes';
import { SWEEP_HOURS, SWEEP_SECONDS } from '../lib/domain/sweeps';
import { functionCode } from './function-code';

export type Sweeps = Readonly<Record<SweepId, IFunction>>;

export interface SweepsProps extends Pick<RegionalFunctionProps, 'jurisdiction' | 'network' | 'logKey'> {
  readonly needs: Readonly<Record<SweepId, Pick<RegionalFunctionProps, 'description' | 'environment' | 'worksOn'>>>;
}

/** The functions that look every hour for what nobody goes on with, and their clock. */
export function sweeps(scope: Construct, { needs, ...shared }: SweepsProps): Sweeps {
  const sweep = (name: SweepId): IFunction => {
    const made = new RegionalFunction(scope, name, {
      ...shared,
      ...needs[name],
      name,
      code: functionCode(name),
      seconds: SWEEP_SECONDS,
      afterFailure: {
        control: 'the next hour does what this one could not, and an alarm goes off',
        test: 'test/stacks/sweeps.test.ts',
      },
    }).function;
    const rule = new Rule(scope, `${name}-clock`, {
      description: needs[name].description,
      schedule: Schedule.rate(Duration.hours(SWEEP_HOURS)),
      // CDK's own target would name its permission after the cell's path, and no two cells would be alike.
      targets: [{ bind: () => ({ arn: made.functionArn }) }],
    });
    made.addPermission('Clock', { principal: new ServicePrincipal('events.amazonaws.com'), sourceArn: rule.ruleArn });
    return made;
  };
  return Object.fromEntries(SWEEPS.map((name) => [name, sweep(name)])) as unknown as Sweeps;
}
