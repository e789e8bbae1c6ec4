import { type DestinationSelector, defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const FAR_API = { Name: 'API', Value: 'https://abcdef.execute-api.us-east-1.amazonaws.com' };

const VARIABLES: readonly [Slot, Slot] = [
  { types: ['AWS::Amplify::App', 'AWS::Amplify::Branch'], path: 'EnvironmentVariables[]' },
  { types: ['AWS::Amplify::App'], path: 'AutoBranchCreationConfig.EnvironmentVariables[]' },
];

export const amplifyHosting = defineChannel({
  id: 'amplify-hosting',
  title: 'Amplify sites send what people enter to their home region',
  risk: 'The site is told of an API, pool or bucket of the other region, and sends there what people enter.',
  level: 'path',
  legitimate:
    'For a site whose pages are the same for everybody and that asks visitors for nothing: documentation, a status page, a press kit.',
  remediation:
    'Let the variables and rewrites name things of the home region, and keep personal pages out of its cache.',
  references: [
    'https://docs.aws.amazon.com/amplify/latest/userguide/welcome.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amplify-app.html',
  ],

  proactive: {
    rules: [
      ...mapped(VARIABLES, (slot) => ({ ...slot, kind: 'text' }) as const),
      { types: ['AWS::Amplify::App'], path: 'CustomRules[].Target', kind: 'endpoint', onlyAbroad: true },
    ],
    violating: [
      ...mapped(VARIABLES, ({ types, path }) => exampleOf(types[0], propertiesAt(path, FAR_API))),
      exampleOf(
        'AWS::Amplify::App',
        propertiesAt('CustomRules[]', { Source: '/api/<*>', Target: FAR_API.Value, Status: '200' }),
      ),
    ],
    compliant: [
      exampleOf('AWS::Amplify::App', {
        Name: 'us-east-1',
        Description: 'not in us-east-1',
        EnvironmentVariables: [
          { Name: 'API', Value: { 'Fn::Sub': 'https://abcdef.execute-api.${AWS::Region}.amazonaws.com' } },
        ],
        CustomRules: [{ Source: '/<*>', Target: '/us-east-1.html', Status: '404' }],
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key reads the variables. Each site is served by a distribution of Amplify’s own, so only doing without Amplify keeps pages from the edge.',
    denies: [
      { actions: ['amplify:CreateApp', 'amplify:CreateBranch'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'amplify.amazonaws.com',
        eventName: 'CreateApp',
        recordedIn: 'source',
        opens: [{ path: 'environmentVariables', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-amplify',
        command: 'ListAppsCommand',
        field: 'apps[].environmentVariables{}',
        kind: 'text',
      },
    ],
  },
});
