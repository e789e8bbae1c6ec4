import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { GetKeyPolicyCommand, KMSClient, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { stackName } from '../domain/cell';
import { HOME_REGION, JURISDICTION_IDS } from '../domain/jurisdictions';
import type { Template } from './cdk';
import { LocalError } from './errors';
import { sdkConfiguration, type Target } from './target';

/** A key that is used directly, with what its policy lacks on the emulator. */
export interface SettledKey {
  readonly stack: string;
  readonly logicalId: string;
  /** Condition keys of the template's policy that the emulator's KMS has no value for. */
  readonly left: readonly string[];
}

/** A key policy, as far as it is changed here. */
interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const VIA_SERVICE = 'kms:ViaService';
const CALLER = 'aws:PrincipalArn';

/**
 * Puts on each key that functions use directly a variant of its policy that the emulator can evaluate: its KMS has no condition
 * keys of its own, so that a policy that demands a cell and a person refuses everybody there. What is left out is told; the
 * roles that the policy names stay, and the simulator shows what the whole policy refuses.
 */
export async function settlePersonKeys(target: Target, template: (stack: string) => Template): Promise<SettledKey[]> {
  const settled: SettledKey[] = [];
  for (const id of JURISDICTION_IDS) {
    const [stack, region] = [stackName(id, 'Data'), HOME_REGION[id]];
    const cloudFormation = new CloudFormationClient(sdkConfiguration(target, region));
    const kms = new KMSClient(sdkConfiguration(target, region));
    for (const [logicalId, { Type, Properties }] of Object.entries(template(stack).Resources ?? {})) {
      if (Type !== 'AWS::KMS::Key') continue;
      const { policy, left } = forTheEmulator(Properties?.['KeyPolicy'] as Policy);
      if (left.length === 0) continue;
      const { StackResourceDetail: resource } = await cloudFormation.send(
        new DescribeStackResourceCommand({ StackName: stack, LogicalResourceId: logicalId }),
      );
      const KeyId = resource?.PhysicalResourceId;
      if (KeyId === undefined)
        throw new LocalError('KeyMissing', `key '${logicalId}' of '${stack}' was not deployed; deploy again`);
      await kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: JSON.stringify(policy) }));
      const { Policy: found } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
      if (found !== JSON.stringify(policy)) {
        throw new LocalError(
          'KeyPolicyMissing',
          `key '${logicalId}' of '${stack}' did not keep the policy it was given`,
        );
      }
      settled.push({ stack, logicalId, left });
    }
  }
  return settled;
}

/**
 * The policy of a key that is used directly: its roles named as principals, because the caller of a function is a session of
 * its role there, and no other condition. A key that is used through services keeps its policy.
 */
export function forTheEmulator(policy: Policy): { readonly policy: Policy; readonly left: readonly string[] } {
  const conditions = policy.Statement.flatMap(({ Condition }) => Object.values(Condition ?? {}));
  if (conditions.some((keys) => VIA_SERVICE in keys)) return { policy, left: [] };
  const left = new Set<string>();
  const settle = (statement: Statement): Statement => {
    const { Condition, ...rest } = statement;
    if (Condition === undefined) return statement;
    const roles = Condition['ArnEquals']?.[CALLER];
    const keys = Object.values(Condition).flatMap(Object.keys);
    for (const key of keys.filter((one) => one !== CALLER)) left.add(key);
    return roles === undefined ? statement : { ...rest, Principal: { AWS: roles } };
  };
  return { policy: { ...policy, Statement: policy.Statement.map(settle) }, left: [...left].toSorted() };
}
