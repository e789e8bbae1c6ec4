import { defineChannel, notCovered } from '../channel';

export const stsGlobalEndpoint = defineChannel({
  id: 'sts-global-endpoint',
  title: 'Roles are assumed at the endpoint of the home region',
  risk: 'Names of roles and sessions, and session tags, which may name a person, are sent to and recorded in us-east-1 where an older client asks the global endpoint.',
  level: 'metadata',
  legitimate:
    'For sessions that are named after a pipeline or a host. The record in us-east-1 then says that a machine was at work.',
  remediation: 'Have clients ask the regional endpoint, and put no names of people into sessions.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html'],

  proactive: notCovered(
    "which endpoint is asked is a default of the client's version or a setting of its code; where a template sets it in an environment, that is judged as text",
  ),
  preventive: {
    strength: 'partly',
    why: 'the version of tokens that the global endpoint gives is a setting of the account, which can be guarded. A region deny usually exempts sts:*, and can do without that exemption once clients ask regional endpoints.',
    denies: [
      {
        actions: ['iam:SetSecurityTokenServicePreferences'],
        authorisedIn: 'us-east-1',
        strength: 'partly',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'iam.amazonaws.com',
        eventName: 'SetSecurityTokenServicePreferences',
        recordedIn: 'us-east-1',
        opens: [{ path: 'globalEndpointTokenVersion', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-iam',
        command: 'GetAccountSummaryCommand',
        field: 'SummaryMap{}',
        kind: 'flag',
      },
    ],
  },
});
