import { ecrPublicPublish, ecrReplication } from '../../../lib/catalogue/services/ecr';
import { describeChannel } from '../../support/describe-channel';

describeChannel(ecrReplication, [
  {
    name: 'says of images abroad that they tell of data only',
    properties: {
      ReplicationConfiguration: {
        Rules: [
          {
            Destinations: [
              { Region: { Ref: 'AWS::Region' }, RegistryId: { Ref: 'AWS::AccountId' } },
              { Region: 'us-west-2', RegistryId: { Ref: 'AWS::AccountId' } },
            ],
          },
        ],
      },
    },
    violations: [
      {
        path: 'ReplicationConfiguration.Rules[0].Destinations[1].Region',
        value: 'us-west-2',
        reach: 'abroad',
        severity: 'info',
      },
    ],
  },
]);

describeChannel(ecrPublicPublish, [
  {
    name: 'says of a public repository that it tells of data only',
    properties: {},
    violations: [{ path: '', value: 'AWS::ECR::PublicRepository', reach: 'abroad', severity: 'info' }],
  },
]);
