import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const workspacesStandbyAndImageCopy = defineChannel({
  id: 'workspaces-standby-and-image-copy',
  title: 'WorkSpaces have no standby in another region, and their images stay',
  risk: 'The user volume of a WorkSpace is copied to its standby again and again; an image holds what was on the disk that it was made of.',
  level: 'content',
  legitimate:
    'For images with software for a workforce in several regions. A standby holds the user volume, and is for people who work in the other region anyway and were told.',
  remediation: 'Delete the standby WorkSpaces, and build images anew where they are needed.',
  references: [
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/multi-region-resilience.html',
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/copy-custom-image.html',
  ],

  proactive: notCovered(
    'standby WorkSpaces and copies of images are made by calls; the resource for a WorkSpace has no property for them',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'both are called in the region that the data arrives in, which a region deny stops. Where both regions are allowed, only a deny of the whole action does.',
    denies: [
      {
        actions: ['workspaces:CopyWorkspaceImage', 'workspaces:CreateStandbyWorkspaces'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'workspaces.amazonaws.com',
        eventName: 'CreateStandbyWorkspaces',
        recordedIn: 'destination',
        opens: [{ path: 'primaryRegion', kind: 'region' }],
      },
      {
        eventSource: 'workspaces.amazonaws.com',
        eventName: 'CopyWorkspaceImage',
        recordedIn: 'destination',
        opens: [{ path: 'sourceRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-workspaces',
        command: 'DescribeWorkspacesCommand',
        field: 'Workspaces[].RelatedWorkspaces[].Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-workspaces',
        command: 'DescribeWorkspacesCommand',
        field: 'Workspaces[].StandbyWorkspacesProperties[].DataReplication',
        kind: 'flag',
      },
    ],
  },
});

export const workspacesConnectionAlias = defineChannel({
  id: 'workspaces-connection-alias',
  title: 'WorkSpaces are reached by the address of one region',
  risk: 'An alias that is associated with directories of two regions sends people to the desktops of whichever region answers, and what they do is kept there.',
  level: 'path',
  legitimate: 'For staff who may work on desktops of either region, with nothing of customers on them.',
  remediation: 'Remove the alias, which has no use within one region.',
  references: [
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/cross-region-redirection.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-workspaces-connectionalias.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::WorkSpaces::ConnectionAlias'],
        path: 'ConnectionString',
        kind: 'presence',
        reach: 'unknown',
        because: 'an address that leads to another region once a directory there is associated with it',
        // The association is made by a call, and no template tells of it.
        severity: 'info',
      },
    ],
    violating: [exampleOf('AWS::WorkSpaces::ConnectionAlias', { ConnectionString: 'desktops.example.org' })],
    compliant: [exampleOf('AWS::WorkSpaces::Workspace', { BundleId: 'wsb-1', DirectoryId: 'd-1', UserName: 'ann' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells whether the same alias is associated in another region.',
    denies: [
      {
        actions: ['workspaces:AssociateConnectionAlias', 'workspaces:UpdateConnectionAliasPermission'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'workspaces.amazonaws.com',
        eventName: 'AssociateConnectionAlias',
        recordedIn: 'source',
        opens: [{ path: 'aliasId', kind: 'presence' }],
      },
      {
        eventSource: 'workspaces.amazonaws.com',
        eventName: 'UpdateConnectionAliasPermission',
        recordedIn: 'source',
        opens: [{ path: 'connectionAliasPermission.allowAssociation', kind: 'flag', opens: ['true'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-workspaces',
        command: 'DescribeConnectionAliasesCommand',
        field: 'ConnectionAliases[].Associations[].ResourceId',
        kind: 'flag',
      },
    ],
  },
});
