import { defineChannel, notCovered } from '../channel';

export const mgnMigration = defineChannel({
  id: 'mgn-migration',
  title: 'Application Migration Service takes in servers of its own region only',
  risk: 'Every block of the servers is copied into the region of the service, and they can be started there.',
  level: 'content',
  legitimate:
    'For a server that moves house once, into a region of its own jurisdiction from a data centre or region elsewhere in it; replication is stopped after the cutover.',
  remediation: 'Migrate within the region of the servers.',
  references: ['https://docs.aws.amazon.com/mgn/latest/ug/what-is-application-migration-service.html'],

  proactive: notCovered(
    'which servers replicate, and where from, their agents say; no resource of CloudFormation does',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'the service is set up, and asked to replicate, in the region where the copies rest: a region deny stops it there. Who does not use the service at home loses nothing by the deny of its first steps.',
    denies: [
      {
        actions: ['mgn:InitializeService', 'mgn:CreateReplicationConfigurationTemplate', 'mgn:StartReplication'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'mgn.amazonaws.com',
        eventName: 'CreateReplicationConfigurationTemplate',
        recordedIn: 'destination',
        opens: [{ path: 'stagingAreaSubnetId', kind: 'presence' }],
      },
      {
        eventSource: 'mgn.amazonaws.com',
        eventName: 'StartReplication',
        recordedIn: 'destination',
        opens: [{ path: 'sourceServerID', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-mgn',
        command: 'DescribeSourceServersCommand',
        field: 'items[].sourceProperties.identificationHints.awsInstanceID',
        kind: 'arn',
      },
    ],
  },
});

export const snowExportJob = defineChannel({
  id: 'snow-export-job',
  title: 'No Snowball carries data away',
  risk: 'What is in the buckets is put on a device and sent to an address, in whatever country the service serves.',
  level: 'content',
  legitimate:
    'For a return of data to its owner within the country, or for media and maps that are too large for a line. Its way there is part of what is accepted.',
  remediation: 'Cancel the job, and move data over the network within the region.',
  references: ['https://docs.aws.amazon.com/snowball/latest/developer-guide/whatisedge.html'],

  proactive: notCovered('a job is an API call with an address for the post; CloudFormation has no resource for it'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the address. Who orders no devices loses nothing by the deny; the service takes no new customers.',
    denies: [
      { actions: ['snowball:CreateJob', 'snowball:CreateCluster'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'snowball.amazonaws.com',
        eventName: 'CreateJob',
        recordedIn: 'source',
        opens: [{ path: 'jobType', kind: 'flag', opens: ['export', 'local_use'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-snowball',
        command: 'ListJobsCommand',
        field: 'JobListEntries[].JobType',
        kind: 'flag',
      },
    ],
  },
});
