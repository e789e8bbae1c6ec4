import { ApiGatewayV2Client, type Cors, GetApiCommand, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { stackName } from '../domain/cell';
import { HOME_REGION, JURISDICTION_IDS } from '../domain/jurisdictions';
import type { Template } from './cdk';
import { LocalError } from './errors';
import { sdkConfiguration, type Target } from './target';

/**
 * Puts on each API what its template lets pages of other homes ask: the emulator's CloudFormation keeps that under names which
 * its API Gateway does not read, and every preflight is refused. Nothing else is altered, and each API is read back.
 *
 * @returns the stacks of the APIs that lacked it
 */
export async function settleCors(target: Target, template: (stack: string) => Template): Promise<string[]> {
  const settled: string[] = [];
  for (const id of JURISDICTION_IDS) {
    const [stack, region] = [stackName(id, 'Api'), HOME_REGION[id]];
    const cloudFormation = new CloudFormationClient(sdkConfiguration(target, region));
    const gateway = new ApiGatewayV2Client(sdkConfiguration(target, region));
    for (const [logicalId, { Type, Properties }] of Object.entries(template(stack).Resources ?? {})) {
      const wanted = Properties?.['CorsConfiguration'] as Cors | undefined;
      if (Type !== 'AWS::ApiGatewayV2::Api' || wanted === undefined) continue;
      const { StackResourceDetail: resource } = await cloudFormation.send(
        new DescribeStackResourceCommand({ StackName: stack, LogicalResourceId: logicalId }),
      );
      const ApiId = resource?.PhysicalResourceId;
      if (ApiId === undefined)
        throw new LocalError('ApiMissing', `API '${logicalId}' of '${stack}' was not deployed; deploy again`);
      const isThere = async () => isSame((await gateway.send(new GetApiCommand({ ApiId }))).CorsConfiguration, wanted);
      if (await isThere()) continue;
      await gateway.send(new UpdateApiCommand({ ApiId, CorsConfiguration: wanted }));
      if (!(await isThere()))
        throw new LocalError(
          'CorsMissing',
          `API '${logicalId}' of '${stack}' did not keep what pages of others may ask`,
        );
      settled.push(stack);
    }
  }
  return settled;
}

/** Of what a template says, all is there. */
function isSame(found: Cors | undefined, wanted: Cors): boolean {
  return (Object.keys(wanted) as (keyof Cors)[]).every(
    (key) => JSON.stringify(found?.[key]) === JSON.stringify(wanted[key]),
  );
}
