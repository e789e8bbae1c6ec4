import { glueJobsAndConnections, glueLakeformationResourceLink } from '../../../lib/catalogue/services/glue';
import { describeChannel } from '../../support/describe-channel';

describeChannel(glueLakeformationResourceLink, [
  {
    name: 'reports a link to a region that is the default of a parameter',
    properties: { DatabaseInput: { TargetDatabase: { DatabaseName: 'people', Region: { Ref: 'From' } } } },
    template: { Parameters: { From: { Type: 'String', Default: 'us-east-1' } }, Resources: {} },
    violations: [{ path: 'DatabaseInput.TargetDatabase.Region', value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'passes a link within the region, and points out the other account',
    properties: { DatabaseInput: { TargetDatabase: { DatabaseName: 'people', CatalogId: '444455556666' } } },
    violations: [
      { path: 'DatabaseInput.TargetDatabase.CatalogId', value: '444455556666', reach: 'unknown', severity: 'info' },
    ],
  },
]);

describeChannel(glueJobsAndConnections, [
  {
    name: 'reports a database abroad',
    properties: {
      ConnectionInput: {
        ConnectionType: 'JDBC',
        ConnectionProperties: {
          JDBC_CONNECTION_URL: { 'Fn::Sub': 'jdbc:mysql://db.abc.${From}.rds.amazonaws.com:3306/people' },
        },
      },
    },
    template: { Parameters: { From: { Type: 'String', Default: 'us-west-2' } }, Resources: {} },
    violations: [
      {
        path: 'ConnectionInput.ConnectionProperties.JDBC_CONNECTION_URL',
        value: 'jdbc:mysql://db.abc.us-west-2.rds.amazonaws.com:3306/people',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'passes a database that only a network knows',
    properties: {
      ConnectionInput: {
        ConnectionType: 'JDBC',
        ConnectionProperties: { JDBC_CONNECTION_URL: { 'Fn::Sub': 'jdbc:mysql://${Host}:3306/people' } },
      },
    },
    template: { Parameters: { Host: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
]);
