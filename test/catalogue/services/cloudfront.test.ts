import { cloudfrontDistribution, lambdaAtEdgeAndFunctions } from '../../../lib/catalogue/services/cloudfront';
import { describeChannel } from '../../support/describe-channel';

const origin = (declared: object) => ({ DistributionConfig: { Origins: [{ Id: 'o', ...declared }] } });
const cached = (CachePolicyId: unknown) => ({ DistributionConfig: { DefaultCacheBehavior: { CachePolicyId } } });
const POLICY = 'DistributionConfig.DefaultCacheBehavior.CachePolicyId';

describeChannel(cloudfrontDistribution, [
  {
    name: 'passes a bucket of the template',
    properties: origin({ DomainName: { 'Fn::GetAtt': ['Site', 'RegionalDomainName'] } }),
    template: { Resources: { Site: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'site-us-east-1' } } } },
    violations: [],
  },
  {
    name: 'passes an origin of which nothing tells where it is',
    properties: origin({ DomainName: 'shop.example.com' }),
    violations: [],
  },
  {
    name: 'reports a website of a bucket abroad',
    properties: origin({ DomainName: 'site.s3-website-us-east-1.amazonaws.com' }),
    violations: [
      {
        path: 'DistributionConfig.Origins[0].DomainName',
        value: 'site.s3-website-us-east-1.amazonaws.com',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports a shield that nothing binds',
    properties: origin({
      DomainName: 'shop.example.com',
      OriginShield: { Enabled: true, OriginShieldRegion: { Ref: 'R' } },
    }),
    template: { Parameters: { R: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'DistributionConfig.Origins[0].OriginShield.OriginShieldRegion', value: '${R}', reach: 'unknown' },
    ],
  },
  {
    name: 'passes a policy under which nothing is kept',
    properties: cached('4135ea2d-6df8-44a3-9df3-4b5a84be39ad'),
    violations: [],
  },
  {
    name: 'only points out a policy of the template',
    properties: cached({ Ref: 'Policy' }),
    template: { Resources: { Policy: { Type: 'AWS::CloudFront::CachePolicy' } } },
    violations: [{ path: POLICY, value: '${Policy}', reach: 'unknown', severity: 'info' }],
  },
]);

describeChannel(lambdaAtEdgeAndFunctions, [
  {
    name: 'reports a function that runs at the edge, in whatever region it was made',
    properties: {
      DistributionConfig: {
        DefaultCacheBehavior: { LambdaFunctionAssociations: [{ LambdaFunctionARN: { Ref: 'Version' } }] },
      },
    },
    template: { Resources: { Version: { Type: 'AWS::Lambda::Version' } } },
    violations: [
      {
        path: 'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[0].LambdaFunctionARN',
        value: '${Version}',
        reach: 'abroad',
      },
    ],
  },
]);
