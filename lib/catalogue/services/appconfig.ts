import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const appconfigExtension = defineChannel({
  id: 'appconfig-s3-or-extension',
  title: 'AppConfig extensions tell things of their home region only',
  risk: 'Each deployment of a configuration, with its content where the action asks for it, is told to the function, queue or bus.',
  level: 'metadata',
  legitimate:
    'For a chain of deployments that is run from one region and is told that a version went out. Feature flags that list people by name or id are personal data and stay.',
  remediation: 'Let the action name a function, queue, topic or bus of the home region.',
  references: ['https://docs.aws.amazon.com/appconfig/latest/userguide/working-with-appconfig-extensions.html'],

  proactive: {
    rules: [{ types: ['AWS::AppConfig::Extension'], path: 'Actions{}[].Uri', kind: 'arn', passesUnnamed: true }],
    violating: [extension('arn:aws:lambda:us-east-1:111122223333:function:deployed')],
    compliant: [
      extension({ 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:us-east-1' }),
      {
        Parameters: { Function: { Type: 'String' } },
        ...extension({ Ref: 'Function' }),
      },
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds what the actions name.',
    denies: [
      {
        actions: ['appconfig:CreateExtension', 'appconfig:UpdateExtension'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'appconfig.amazonaws.com',
        eventName: 'CreateExtension',
        recordedIn: 'source',
        opens: [{ path: 'actions', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-appconfig',
        command: 'GetExtensionCommand',
        field: 'Actions{}[].Uri',
        kind: 'arn',
      },
    ],
  },
});

function extension(uri: unknown) {
  return exampleOf('AWS::AppConfig::Extension', {
    Name: 'us-east-1',
    Actions: { ON_DEPLOYMENT_COMPLETE: [{ Name: 'tell', Uri: uri }] },
  });
}
