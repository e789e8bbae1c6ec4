import { ONE_REGION_SERVICES } from './one-region-services';

/**
 * Services whose calls, ARNs and hosts in another region carry nothing of a person: they are global and served from one
 * region, or hold code, images, metrics and configuration only. By the names that ARNs, IAM actions and hosts share.
 *
 * Sources: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html for those
 * served from one region, https://docs.aws.amazon.com/service-authorization/latest/reference/ for the names.
 */
const IMPERSONAL_SERVICES: ReadonlySet<string> = new Set([
  ...Object.values(ONE_REGION_SERVICES).flatMap(({ names }) => names),
  // Code, images, metrics, and what configures a deployment.
  'api.ecr',
  'applicationinsights',
  'autoscaling',
  'cloudformation',
  'cloudwatch',
  'codeartifact',
  'codebuild',
  'codecommit',
  'codeconnections',
  'codedeploy',
  'codepipeline',
  'codestar-connections',
  'dkr.ecr',
  'ecr',
  'git-codecommit',
  'imagebuilder',
  'monitoring',
  'resource-groups',
  'servicecatalog',
  'servicequotas',
  'ssm',
  'tag',
]);

/** Whether nothing of a person passes when this service is called in another region. */
export function isImpersonal(service: string): boolean {
  return IMPERSONAL_SERVICES.has(service.toLowerCase());
}

/** Buckets in which AWS, or aws-cdk-lib, publishes code, images and samples of data, region by region: `aws-codedeploy-us-east-1`. */
const VENDOR_BUCKET =
  /^(?:amazon-ssm-|amazoncloudwatch-agent|athena-examples-|aws-codedeploy-|aws-glue-datasets-|aws-ssm-|aws-windows-downloads|aws-quickstart|aws-neuron|aws-patch|awsinspector|aws-glue-studio|cdk-[a-z0-9]+-assets-|cf-templates-|crawler-public-|datapipeline-us-east-1|ec2imagebuilder-|elasticbeanstalk-|jumpstart-|patch-baseline-snapshot-|prod-.*-starport-layer-bucket|prod-region-|region-packages|repo\.|sagemaker-sample|solutions-|aws-logs-samples)/u;

/** Whether a bucket is one of those that are published for everybody, or hold the assets of a deployment. */
export function isVendorBucket(name: string): boolean {
  return VENDOR_BUCKET.test(name) || /(?:^|\.)elasticmapreduce(?:$|\.)/u.test(name);
}
