import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { FunctionNetwork } from '../lib/constructs/regional-function';
import { CellStack, type CellStackProps } from './cell-stack';

export interface GuardStackProps extends CellStackProps {
  readonly network: FunctionNetwork;
  readonly storeKey: IKey;
  readonly api: IHttpApi;
}

export class GuardStack extends CellStack {
  constructor(scope: Construct, props: GuardStackProps) {
    super(scope, 'Guard', props, { description: 'event rules, sentinel, alarms and dashboard' });
  }
}
