import { defineChannel, notCovered } from '../channel';

export const accountOptInRegion = defineChannel({
  id: 'account-opt-in-region',
  aliases: ['enable-optin-region'],
  title: 'The account has no further regions than it needs',
  risk: 'In a region that is enabled everything can be made that can be made at home: it opens no channel, and is where the others may lead.',
  level: 'path',
  legitimate:
    'For a region in which the account does serve people, or one of the same jurisdiction that a recovery plan names. An account that works in one region has no use for a second.',
  remediation: 'Disable the region for the account.',
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html'],

  proactive: notCovered('a region is enabled for an account by a call; CloudFormation has no resource for it'),
  preventive: {
    strength: 'exact',
    why: 'account:TargetRegion names the region. Regions that are enabled by default cannot be disabled, and Control Tower exempts the service from its region deny.',
    denies: [
      {
        actions: ['account:EnableRegion'],
        authorisedIn: 'us-east-1',
        strength: 'exact',
        when: { key: 'account:TargetRegion', names: 'region' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'account.amazonaws.com',
        eventName: 'EnableRegion',
        recordedIn: 'us-east-1',
        opens: [{ path: 'regionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-account',
        command: 'ListRegionsCommand',
        field: 'Regions[].RegionOptStatus',
        kind: 'flag',
      },
    ],
  },
});
