import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::RAM::ResourceShare'] as const;

export const ramResourceShare = defineChannel({
  id: 'ram-resource-share',
  title: 'Resource shares admit nobody outside of the organization',
  risk: 'An account that nobody here knows reads the database, the catalog, the vault or the network that is shared, or makes resources of its own in it. RAM shares within the region; where the account takes what it reads, nothing tells.',
  level: 'path',
  legitimate:
    'For a partner with a contract who is given a subnet or a prefix list, none of which holds data. Databases and catalogs are shared within the organization.',
  remediation: 'Set AllowExternalPrincipals to false.',
  references: [
    'https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ram-resourceshare.html',
  ],

  proactive: {
    rules: [
      {
        kind: 'function',
        types: TYPES,
        paths: ['AllowExternalPrincipals', 'Principals[]'],
        violations: admittingOutsiders,
      },
      // A share is of its own region. What has no region, such as a core network, is shared in us-east-1.
      { types: TYPES, path: 'ResourceArns[]', kind: 'arn', onlyAbroad: true },
      { types: ['AWS::RAM::ResourceAssociation'], path: 'ResourceArn', kind: 'arn', onlyAbroad: true },
      {
        kind: 'function',
        types: ['AWS::RAM::PrincipalAssociation'],
        paths: ['Principal', 'ResourceShareArn'],
        violations: associatedOutsider,
      },
    ],
    violating: [
      shared({}),
      shared({ AllowExternalPrincipals: true, Principals: ['444455556666'] }),
      shared({
        AllowExternalPrincipals: false,
        ResourceArns: ['arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1'],
      }),
      exampleOf('AWS::RAM::ResourceAssociation', {
        ResourceShareArn: { Ref: 'Share' },
        ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1',
      }),
      exampleOf('AWS::RAM::PrincipalAssociation', {
        ResourceShareArn: 'arn:aws:ram:eu-central-1:111122223333:resource-share/1',
        Principal: '444455556666',
      }),
    ],
    compliant: [
      shared({
        AllowExternalPrincipals: false,
        Principals: ['444455556666'],
        ResourceArns: [{ 'Fn::Sub': 'arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:subnet/subnet-1' }],
      }),
      shared({ AllowExternalPrincipals: 'false', Name: 'us-east-1' }),
      exampleOf('AWS::RAM::PrincipalAssociation', {
        ResourceShareArn: 'arn:aws:ram:eu-central-1:111122223333:resource-share/1',
        Principal: 'arn:aws:organizations::111122223333:organization/o-1234567890',
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'ram:RequestedAllowsExternalPrincipals holds what is asked for, and what RAM takes where nothing is: a share that admits outsiders is refused, and for one that exists each association is.',
    denies: [
      {
        actions: ['ram:CreateResourceShare', 'ram:UpdateResourceShare'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'ram:RequestedAllowsExternalPrincipals', is: ['true'] },
      },
      {
        actions: ['ram:AssociateResourceShare'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'ram:AllowsExternalPrincipals', is: ['true'] },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ram.amazonaws.com',
        eventName: 'CreateResourceShare',
        recordedIn: 'source',
        opens: [
          { path: 'allowExternalPrincipals', kind: 'flag', opens: ['true'] },
          { path: 'principals[]', kind: 'presence' },
        ],
      },
      {
        eventSource: 'ram.amazonaws.com',
        eventName: 'AssociateResourceShare',
        recordedIn: 'source',
        opens: [{ path: 'principals[]', kind: 'presence' }],
      },
      {
        eventSource: 'ram.amazonaws.com',
        eventName: 'UpdateResourceShare',
        recordedIn: 'source',
        opens: [{ path: 'allowExternalPrincipals', kind: 'flag', opens: ['true'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ram',
        command: 'GetResourceSharesCommand',
        field: 'resourceShares[].allowExternalPrincipals',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-ram',
        command: 'GetResourceShareAssociationsCommand',
        field: 'resourceShareAssociations[].external',
        kind: 'flag',
      },
    ],
  },
});

/**
 * AWS admits outsiders unless it is told not to. Where a share names parts of the organization only, none is admitted yet:
 * then it is only pointed out.
 */
function admittingOutsiders({ places, canBeMissing }: JudgedResource): Violation[] {
  const path = 'AllowExternalPrincipals';
  const flags = places(path).filter((flag) => flag.canBeOther(['false']) !== 'no');
  const missing = canBeMissing(path) ? [{ path, destination: undefined, value: 'nothing' }] : [];
  const written = flags.map((flag) => ({
    path: flag.path,
    destination: flag.value,
    value: flag.destination('region').value,
  }));
  const principals = places('Principals[]').map((principal) => principal.destination('region').value);
  const isWithin = principals.length > 0 && principals.every((principal) => ORGANIZATION.test(principal));
  return [...written, ...missing].map((place) => ({
    ...place,
    reach: 'unknown',
    because: 'so accounts outside of the organization can be admitted',
    ...(isWithin && { severity: 'info' }),
  }));
}

const ORGANIZATION = /^arn:[^:]+:organizations:/u;

/** Who is added to a share later: whether that admits outsiders is said by the share, which can be made anywhere. */
function associatedOutsider({ places }: JudgedResource): Violation[] {
  return places('Principal').flatMap(({ path, value: destination, destination: leading }): Violation[] => {
    const { value } = leading('region');
    if (ORGANIZATION.test(value)) return [];
    return [{ path, destination, reach: 'unknown', value, because: 'an account or role that the share is opened to' }];
  });
}

function shared(properties: Readonly<Record<string, unknown>>) {
  return exampleOf(TYPES[0], { Name: 'networks', ...properties });
}
