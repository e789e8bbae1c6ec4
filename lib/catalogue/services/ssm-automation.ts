import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const FAR = 'us-east-1';
/** Steps whose inputs are programs. */
const SCRIPTS = ['aws:runShellScript', 'aws:runPowerShellScript', 'aws:executeScript'] as const;

export const ssmMultiRegionAutomation = defineChannel({
  id: 'ssm-multi-region-automation',
  title: 'Automations and commands work in their home region only',
  risk: 'The parameters of an automation are sent to each region that it runs in, and what it finds there comes back; a step that calls AWS in another region moves what it is called for.',
  level: 'path',
  legitimate:
    'For the same maintenance in every region, such as patching or a check of settings, where the parameters name resources and no person.',
  remediation: 'Take the other regions from the target locations, and run the automation in each region by itself.',
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-multiple-accounts-regions.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-document.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssmquicksetup-configurationmanager.html',
  ],

  proactive: {
    rules: [
      // Regions that are parameters of the document are named by whoever runs it.
      {
        types: ['AWS::SSM::Document'],
        path: 'Content$.mainSteps[].inputs',
        kind: 'text',
        unless: { path: 'Content$.mainSteps[].action', is: SCRIPTS },
      },
      // … and by nobody where one has a default.
      { types: ['AWS::SSM::Document'], path: 'Content$.parameters{}.default', kind: 'text' },
      { types: ['AWS::SSM::Document'], path: 'Content$.mainSteps[].inputs.runCommand[]', kind: 'script' },
      { types: ['AWS::SSM::Document'], path: 'Content$.mainSteps[].inputs.Script', kind: 'code' },
      { types: ['AWS::SSM::Document'], path: 'Content$.mainSteps[].inputs.InputPayload{}', kind: 'text' },
      { types: ['AWS::SSM::Association'], path: 'Parameters.commands[]', kind: 'script' },
      // Quick Setup puts settings of Systems Manager into the regions, and no data.
      {
        types: ['AWS::SSMQuickSetup::ConfigurationManager'],
        path: 'ConfigurationDefinitions[].Parameters{}',
        kind: 'text',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::SSM::Document', automation('eu-central-1', FAR)),
      exampleOf(
        'AWS::SSM::Document',
        step('aws:runShellScript', { runCommand: [`aws s3 cp /data s3://m/ --region ${FAR}`] }),
      ),
      exampleOf(
        'AWS::SSM::Document',
        step('aws:executeScript', { Script: `boto3.client('s3', region_name='${FAR}')` }),
      ),
      exampleOf('AWS::SSM::Document', step('aws:executeScript', { InputPayload: { to: FAR }, Script: 'copy()' })),
      exampleOf('AWS::SSM::Document', defaulting(FAR)),
      exampleOf('AWS::SSM::Association', commands(`aws s3 sync /data s3://mirror --region ${FAR}`)),
      exampleOf('AWS::SSMQuickSetup::ConfigurationManager', quickSetup(`eu-central-1,${FAR}`)),
    ],
    compliant: [
      exampleOf('AWS::SSM::Document', automation('eu-central-1')),
      exampleOf('AWS::SSM::Document', automation('{{ Regions }}')),
      exampleOf(
        'AWS::SSM::Document',
        step('aws:runShellScript', { runCommand: [`# as in ${FAR}`, 'systemctl restart app'] }),
      ),
      exampleOf('AWS::SSM::Document', defaulting('eu-central-1')),
      exampleOf('AWS::SSM::Association', commands('aws s3 sync /data s3://mirror --region eu-central-1')),
      exampleOf('AWS::SSMQuickSetup::ConfigurationManager', quickSetup('eu-central-1')),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the target locations. In each of them the automation assumes a role, whose trust and boundary can refuse it.',
    denies: [
      {
        actions: ['ssm:StartAutomationExecution', 'ssm:StartChangeRequestExecution'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'StartAutomationExecution',
        recordedIn: 'source',
        opens: [
          { path: 'targetLocations[].regions[]', kind: 'region' },
          { path: 'targetLocationsURL', kind: 'presence' },
        ],
      },
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'StartChangeRequestExecution',
        recordedIn: 'source',
        opens: [{ path: 'runbooks[].targetLocations[].regions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ssm',
        command: 'GetAutomationExecutionCommand',
        field: 'AutomationExecution.TargetLocations[].Regions[]',
        kind: 'region',
      },
    ],
  },
});

function automation(...regions: readonly string[]) {
  return step('aws:executeAutomation', {
    DocumentName: 'AWS-RestartEC2Instance',
    TargetLocations: [{ Regions: regions }],
  });
}

function step(action: string, inputs: object) {
  return {
    Name: `restart-${FAR}`,
    Content: {
      schemaVersion: '0.3',
      description: `restarts what is in ${FAR}`,
      mainSteps: [{ name: 'step', action, inputs }],
    },
  };
}

function defaulting(region: string) {
  const parameters = { Region: { type: 'String', default: region, allowedValues: ['eu-central-1', FAR] } };
  const inputs = { runCommand: ['aws s3 sync /data s3://mirror --region {{ Region }}'] };
  return { Content: { schemaVersion: '2.2', parameters, mainSteps: [{ action: 'aws:runShellScript', inputs }] } };
}

function commands(line: string) {
  return { Name: 'AWS-RunShellScript', AssociationName: FAR, Parameters: { commands: [line] } };
}

function quickSetup(regions: string) {
  return {
    Name: FAR,
    ConfigurationDefinitions: [{ Type: 'AWSQuickSetupType-SSMHostMgmt', Parameters: { TargetRegions: regions } }],
  };
}
