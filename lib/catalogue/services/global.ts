import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const globalControlPlaneNames = defineChannel({
  id: 'global-control-plane-names',
  aliases: ['iam-global-control-plane'],
  title: 'Users and accounts are not called after people',
  risk: 'Names of users, roles, policies and accounts, their tags and e-mail addresses are kept in us-east-1, and copied to every region.',
  level: 'metadata',
  legitimate:
    'For names of machines and teams, always: AWS has no other place for them. Staff who must have a user of their own can have a number for a name.',
  remediation: 'Use federated roles instead of users, and an address of a group for an account.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/disaster-recovery-resiliency.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-account.html',
  ],

  proactive: {
    rules: [
      // Of names, only an address tells that it is a person's.
      { kind: 'function', types: ['AWS::IAM::User'], paths: ['UserName'], violations: calledByAddress },
      {
        types: ['AWS::Organizations::Account'],
        path: 'Email',
        kind: 'presence',
        reach: 'abroad',
        because: 'which AWS keeps in us-east-1',
      },
    ],
    violating: [
      exampleOf('AWS::IAM::User', { UserName: 'ann@example.org' }),
      exampleOf('AWS::Organizations::Account', { AccountName: 'people', Email: 'ann@example.org' }),
    ],
    compliant: [
      exampleOf('AWS::IAM::User', { UserName: 'deployer-us-east-1' }),
      exampleOf('AWS::IAM::User', {}),
      exampleOf('AWS::Organizations::OrganizationalUnit', { Name: 'people', ParentId: 'r-1' }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: "a policy can refuse users as a whole, which does without their names; it cannot tell a person's name from another.",
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateUser',
        recordedIn: 'us-east-1',
        opens: [{ path: 'userName', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [{ client: '@aws-sdk/client-iam', command: 'ListUsersCommand', field: 'Users[].UserName', kind: 'flag' }],
  },
});

export const globalTagsAndNames = defineChannel({
  id: 'global-tags-and-names',
  aliases: ['tags-names-descriptions'],
  title: 'Tags, names and descriptions tell nothing of people',
  risk: 'They are shown in bills, inventories, records of calls and support tools of other regions; names of buckets and hosts are known to the world.',
  level: 'metadata',
  legitimate:
    "For tags with an owner team, a cost centre and a data class. A tag with the address of the person in charge is read by more people than that person would guess; a group's address does as well.",
  remediation: 'Call things after what they are, and tag them with ids that only the home region can read.',
  references: [
    'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
    'https://docs.aws.amazon.com/general/latest/gr/aws_tagging.html',
  ],

  proactive: notCovered(
    'a template shows the text of a tag or a name, and nothing in it tells whether that text speaks of a person or of a thing',
  ),
  preventive: {
    strength: 'not-at-all',
    why: 'tag policies can limit which values a tag may have. They cannot recognise a person in one.',
    denies: [],
  },
  detective: notCovered(
    'nearly every call carries names or tags, and no event tells whether one of them speaks of a person',
  ),
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-resource-groups-tagging-api',
        command: 'GetResourcesCommand',
        field: 'ResourceTagMappingList[].Tags[].Value',
        kind: 'text',
      },
    ],
  },
});

function calledByAddress({ places }: JudgedResource): Violation[] {
  return places('UserName').flatMap(({ path, value: destination, destination: leading }): Violation[] => {
    const { value } = leading('region');
    if (!value.includes('@')) return [];
    return [{ path, destination, reach: 'abroad', value, because: 'an address, which AWS keeps in us-east-1' }];
  });
}
