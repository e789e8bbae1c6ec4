import { defineChannel, notCovered } from '../channel';

export const peopleRemoteAccess = defineChannel({
  id: 'people-remote-access',
  aliases: ['human-remote-access'],
  title: 'Nobody reads personal data from another country',
  risk: 'Whoever looks at data from abroad, in the console, a session or a download, transfers it there, even where its bytes rest at home.',
  level: 'content',
  legitimate:
    'For an operator on call who travels, for one incident, with an approval and a record; and always for people who look at their own data.',
  remediation:
    'Let operators work from the jurisdiction, by networks that are known, and break glass with an approval.',
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ],

  proactive: notCovered(
    "from which country a person works is in no template; it is a property of the person's connection",
  ),
  preventive: {
    strength: 'partly',
    why: 'aws:SourceIp and aws:SourceVpc tell the network of the caller, which has to be known and is not the country: the catalogue cannot name it. What opens a machine to a person can be refused as a whole.',
    denies: [
      {
        actions: [
          'cloudshell:CreateEnvironment',
          'ec2-instance-connect:OpenTunnel',
          'ec2-instance-connect:SendSSHPublicKey',
          'rds-db:connect',
          'ssm:StartSession',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'StartSession',
        recordedIn: 'source',
        opens: [{ path: 'target', kind: 'presence' }],
      },
      {
        eventSource: 'ec2-instance-connect.amazonaws.com',
        eventName: 'SendSSHPublicKey',
        recordedIn: 'source',
        opens: [{ path: 'instanceId', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ssm',
        command: 'DescribeSessionsCommand',
        field: 'Sessions[].Owner',
        kind: 'flag',
      },
    ],
  },
});
