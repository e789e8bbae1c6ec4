import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const TYPES = ['AWS::AuditManager::Assessment'] as const;

export const auditmanagerShare = defineChannel({
  id: 'auditmanager-share',
  title: 'Frameworks and reports of Audit Manager stay in their home region',
  risk: 'A framework is copied to the account and region that it is shared with; reports, with evidence of what was done to resources and by whom, are written into a bucket.',
  level: 'metadata',
  legitimate:
    'For frameworks, which are lists of controls. Evidence names those who did something, and goes no further than the auditors of the same jurisdiction.',
  remediation: 'Name a bucket that a stack of the home region makes, and share frameworks within the region.',
  references: [
    'https://docs.aws.amazon.com/audit-manager/latest/userguide/share-custom-framework.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-auditmanager-assessment.html',
  ],

  // Frameworks are shared by calls only.
  proactive: {
    rules: [{ types: TYPES, path: 'AssessmentReportsDestination.Destination', kind: 'bucket' }],
    violating: [exampleOf(TYPES[0], reportedTo('s3://reports'))],
    compliant: [exampleOf(TYPES[0], reportedTo({ 'Fn::Sub': 's3://${Store}' }), BUCKET_AT_HOME)],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region that a framework is shared with, nor the bucket of reports.',
    denies: [
      { actions: ['auditmanager:StartAssessmentFrameworkShare'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'auditmanager.amazonaws.com',
        eventName: 'StartAssessmentFrameworkShare',
        recordedIn: 'source',
        opens: [{ path: 'destinationRegion', kind: 'region' }],
      },
      {
        eventSource: 'auditmanager.amazonaws.com',
        eventName: 'CreateAssessment',
        recordedIn: 'source',
        opens: [{ path: 'assessmentReportsDestination.destination', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-auditmanager',
        command: 'ListAssessmentFrameworkShareRequestsCommand',
        field: 'assessmentFrameworkShareRequests[].destinationRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-auditmanager',
        command: 'GetSettingsCommand',
        field: 'settings.defaultAssessmentReportsDestination.destination',
        kind: 'bucket',
      },
    ],
  },
});

function reportedTo(destination: unknown) {
  return {
    Name: 'us-east-1',
    AssessmentReportsDestination: { DestinationType: 'S3', Destination: destination },
  };
}
