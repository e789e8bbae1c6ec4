import { storagegatewayBucketRegion } from '../../../lib/catalogue/services/storagegateway';
import { describeChannel } from '../../support/describe-channel';

describeChannel(storagegatewayBucketRegion, [
  {
    name: 'reports the region of a bucket beside the bucket itself',
    properties: { BucketRegion: 'us-east-1', LocationARN: 'arn:aws:s3:::files/people/' },
    violations: [
      { path: 'BucketRegion', value: 'us-east-1', reach: 'abroad' },
      { path: 'LocationARN', value: 'arn:aws:s3:::files/people/', reach: 'unknown' },
    ],
  },
]);
