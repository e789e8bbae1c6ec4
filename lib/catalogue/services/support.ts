import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const supportCases = defineChannel({
  id: 'support-cases',
  title: 'Support cases tell nothing of people',
  risk: 'What is written into a case or attached to it is read by AWS staff wherever they work, and where Slack is joined, by Slack.',
  level: 'content',
  legitimate:
    'For ids of requests, ARNs and times, which is what AWS asks for first. Where a record itself is the problem, an invented one that shows the same is attached.',
  remediation: 'Keep logs and screenshots with personal data out of cases.',
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/getting-started.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/aws-support-app-for-slack.html',
  ],

  // Cases themselves are opened by people and calls.
  proactive: {
    rules: [
      {
        types: ['AWS::SupportApp::SlackChannelConfiguration'],
        path: '',
        kind: 'presence',
        reach: 'unknown',
        because: 'which hands what is written into cases to Slack',
        // What is written into a case no template tells.
        severity: 'info',
      },
    ],
    violating: [exampleOf('AWS::SupportApp::SlackChannelConfiguration', { TeamId: 'T1', ChannelId: 'C1' })],
    compliant: [exampleOf('AWS::SupportApp::AccountAlias', { AccountAlias: 'people' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells what is in a case. Support is one service for all regions, which a region deny has to exempt.',
    denies: [
      {
        actions: ['support:AddAttachmentsToSet', 'support:AddCommunicationToCase', 'support:CreateCase'],
        authorisedIn: 'us-east-1',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'support.amazonaws.com',
        eventName: 'CreateCase',
        recordedIn: 'us-east-1',
        opens: [{ path: 'communicationBody', kind: 'presence' }],
      },
      {
        eventSource: 'support.amazonaws.com',
        eventName: 'AddAttachmentsToSet',
        recordedIn: 'us-east-1',
        opens: [{ path: 'attachments[]', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-support', command: 'DescribeCasesCommand', field: 'cases[].caseId', kind: 'flag' },
    ],
  },
});

const PERMIT = {
  types: ['AWS::SupportAuthZ::SupportPermit'],
  kind: 'presence',
  reach: 'unknown',
  because: 'to which AWS Support staff get access from wherever they work',
} as const;

export const supportAccessPermit = defineChannel({
  id: 'support-access-permit',
  title: 'AWS Support has no permit to act on stores',
  risk: 'Staff of AWS, who may sit in another country, act on the resources of the permit, or on all in the region.',
  level: 'content',
  legitimate:
    'For one case that cannot be solved otherwise, for hours, on resources that it names, and with the approval of whoever answers for the data.',
  remediation: 'Remove the permit, or give one for a single case, for what the case needs and until a time.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-supportauthz-supportpermit.html',
  ],

  proactive: {
    rules: [
      { ...PERMIT, path: 'Permit.Resources.AllResourcesInRegion' },
      { ...PERMIT, path: 'Permit.Resources.Resources[]' },
    ],
    violating: [
      permit({ AllResourcesInRegion: {} }),
      permit({ Resources: ['arn:aws:dynamodb:eu-central-1:111122223333:table/people'] }),
    ],
    compliant: [permit({ Resources: [] }), exampleOf('AWS::SupportApp::AccountAlias', { AccountAlias: 'people' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells the resources or the time of a permit. It is given case by case, so the deny costs little.',
    denies: [{ actions: ['supportauthz:CreateSupportPermit'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'supportauthz.amazonaws.com',
        eventName: 'CreateSupportPermit',
        recordedIn: 'source',
        opens: [{ path: 'permit.resources', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-supportauthz',
        command: 'ListSupportPermitsCommand',
        field: 'supportPermits[].permit.resources.resources[]',
        kind: 'arn',
      },
    ],
  },
});

function permit(resources: object) {
  return exampleOf(PERMIT.types[0], {
    Name: 'case-1',
    Permit: { Actions: { Actions: ['dynamodb:DescribeTable'] }, Resources: resources },
  });
}
