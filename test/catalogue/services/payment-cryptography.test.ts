import { paymentCryptographyReplication } from '../../../lib/catalogue/services/payment-cryptography';
import { describeChannel } from '../../support/describe-channel';

describeChannel(paymentCryptographyReplication, [
  {
    name: 'reports each region of a list that a parameter gives',
    properties: { ReplicationRegions: { Ref: 'Regions' } },
    template: {
      Parameters: { Regions: { Type: 'CommaDelimitedList', Default: 'eu-central-1,us-east-1' } },
      Resources: {},
    },
    violations: [{ path: 'ReplicationRegions[1]', value: 'us-east-1', reach: 'abroad' }],
  },
]);
