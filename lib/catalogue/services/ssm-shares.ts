import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const POLICY = ['AWS::SSM::ResourcePolicy'] as const;

export const ssmDocumentShare = defineChannel({
  id: 'ssm-document-share',
  title: 'Documents and parameters of Systems Manager are shared with nobody outside',
  risk: 'Other accounts, or everybody, read the document, or the parameter with its value.',
  level: 'metadata',
  legitimate:
    "For runbooks and agents' installers that are shared on purpose. A parameter with a secret or the address of a person is never one of them.",
  remediation: 'Take the other accounts from the document or the policy.',
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-resourcepolicy.html',
  ],

  // Documents are shared by calls only.
  proactive: {
    rules: [
      {
        types: POLICY,
        path: 'Policy$.Statement[].Principal.AWS[]',
        kind: 'account',
        unless: { path: 'Policy$.Statement[].Effect', is: ['Deny'] },
      },
    ],
    violating: [shared('444455556666'), shared('*')],
    compliant: [shared({ Ref: 'AWS::AccountId' }), shared('444455556666', 'Deny')],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the accounts. Systems Manager can block the public sharing of documents by a setting of the account.',
    denies: [
      {
        actions: ['ssm:ModifyDocumentPermission', 'ssm:PutResourcePolicy'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'ModifyDocumentPermission',
        recordedIn: 'source',
        opens: [{ path: 'accountIdsToAdd[]', kind: 'presence' }],
      },
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'PutResourcePolicy',
        recordedIn: 'source',
        opens: [{ path: 'policy', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ssm',
        command: 'DescribeDocumentPermissionCommand',
        field: 'AccountIds[]',
        kind: 'account',
      },
    ],
  },
});

function shared(principal: unknown, effect = 'Allow') {
  return exampleOf(POLICY[0], {
    ResourceArn: 'arn:aws:ssm:eu-central-1:111122223333:parameter/setting',
    Policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: effect, Principal: { AWS: principal }, Action: 'ssm:GetParameter', Resource: '*' }],
    },
  });
}
