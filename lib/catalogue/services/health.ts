import { defineChannel, notCovered } from '../channel';

export const healthlakeOmicsExports = defineChannel({
  id: 'healthlake-omics-exports',
  title: 'Health data is exported to buckets of its home region only',
  risk: 'Records, genomes and images of patients are written into the bucket, and can be read where it is.',
  level: 'content',
  legitimate:
    'For genomes of reference and other published research data. Data of patients leaves with their consent to this very use and an approved protocol, or not at all.',
  remediation: 'Export to a bucket at home, with a role that can write to no other.',
  references: ['https://docs.aws.amazon.com/healthlake/latest/devguide/export-datastore.html'],

  proactive: notCovered('exports and runs are API calls; CloudFormation makes the stores, which name no bucket'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. The export is written as the role that the call names: where exports are needed, what holds is a boundary on that role with the buckets of home.',
    denies: [
      {
        actions: [
          'healthlake:StartFHIRExportJob',
          'omics:AcceptShare',
          'omics:CreateShare',
          'omics:StartReadSetExportJob',
          'omics:StartRun',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'healthlake.amazonaws.com',
        eventName: 'StartFHIRExportJob',
        recordedIn: 'source',
        opens: [{ path: 'outputDataConfig.s3Configuration.s3Uri', kind: 'bucket' }],
      },
      {
        eventSource: 'omics.amazonaws.com',
        eventName: 'StartReadSetExportJob',
        recordedIn: 'source',
        opens: [{ path: 'destination', kind: 'bucket' }],
      },
      {
        eventSource: 'omics.amazonaws.com',
        eventName: 'StartRun',
        recordedIn: 'source',
        opens: [{ path: 'outputUri', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-healthlake',
        command: 'ListFHIRExportJobsCommand',
        field: 'ExportJobPropertiesList[].OutputDataConfig.S3Configuration.S3Uri',
        kind: 'bucket',
      },
    ],
  },
});
