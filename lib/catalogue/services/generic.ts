import { defineChannel, type Example, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const genericForeignArnOrHost = defineChannel({
  id: 'generic-foreign-arn-or-host',
  title: 'Resources name nothing abroad',
  risk: 'The resource is told of something in another region, and may send there what it holds.',
  level: 'path',
  legitimate:
    'For what is public and read only: a layer of AWS, a package index, a key with which a signature is verified. Nothing is sent there but the question.',
  remediation: 'Name what is in the home region, or take the region from AWS::Region.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    'https://docs.aws.amazon.com/general/latest/gr/rande.html',
  ],

  proactive: {
    rules: [{ types: ['*'], path: '', kind: 'rest' }],
    violating: [
      exampleOf('Custom::TableCopies', { Table: 'orders', ReplicaRegions: ['us-east-1'] }),
      exampleOf('AWS::CloudFormation::Stack', {
        TemplateURL: 'https://templates.s3.eu-central-1.amazonaws.com/store.yaml',
        Parameters: { BackupRegion: 'us-east-1' },
      }),
      exampleOf('Custom::Mirror', { Target: 'arn:aws:sqs:us-east-1:111122223333:orders' }),
      exampleOf('Custom::Mirror', { Target: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders' }),
      exampleOf('Custom::Mirror', { UserPoolId: 'us-east-1_AbCdEfGhI' }),
      exampleOf('Custom::Mirror', { Partition: 'arn:aws-cn:sqs:cn-north-1:111122223333:orders' }),
    ],
    compliant: [
      speaking({
        Name: 'orders-us-east-1',
        Description: 'not in us-east-1',
        Tags: [{ Key: 'dr', Value: 'us-east-1' }],
      }),
      speaking({ Certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/1' }),
      speaking({ Layers: ['arn:aws:lambda:us-east-1:580247275435:layer:LambdaInsightsExtension:53'] }),
      speaking({ Topic: { 'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders' } }),
      speaking({ EventPattern: { region: ['us-east-1'] } }),
    ],
  },
  preventive: notCovered('what it is that is named differs; the channel of each service has its own'),
  detective: notCovered('what it is that is named differs; the channel of each service has its own'),
  audit: {
    calls: [
      { client: '@aws-sdk/client-cloudformation', command: 'GetTemplateCommand', field: 'TemplateBody', kind: 'text' },
    ],
  },
});

export const templateMacro = defineChannel({
  id: 'cfn-template-macro',
  title: 'Templates are given to macros of AWS only',
  risk: 'The macro can put anything into the template, and what it makes of it has not been judged.',
  level: 'path',
  legitimate:
    'For a macro of the organization whose result is judged in the pipeline before it is deployed. Macros of AWS need no exception.',
  remediation: 'Judge the template that CloudFormation makes of it (aws cloudformation get-template), too.',
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html'],

  proactive: {
    rules: [
      {
        types: ['AWS::CloudFormation::Transform'],
        path: 'Name',
        kind: 'presence',
        reach: 'unknown',
        because: 'a macro that can change anything in the template',
        severity: 'info',
      },
    ],
    violating: [{ Transform: ['AWS::Serverless-2016-10-31', 'Replicate'], Resources: {} }],
    compliant: [{ Transform: ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'], Resources: {} }],
  },
  preventive: notCovered(
    'a macro is a function of the account; who may change it is a matter of the rights to functions',
  ),
  detective: notCovered('the deployment is recorded, and not what a macro made of its template'),
  audit: {
    calls: [
      { client: '@aws-sdk/client-cloudformation', command: 'GetTemplateCommand', field: 'TemplateBody', kind: 'text' },
    ],
  },
});

function speaking(properties: Readonly<Record<string, unknown>>): Example {
  return exampleOf('Custom::Store', properties);
}
