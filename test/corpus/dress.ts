/** The parts of a template that dressing touches. */
export interface Bare {
  readonly Resources: Readonly<Record<string, { readonly Metadata?: Readonly<Record<string, unknown>> }>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
}

/** Regions as CDK's condition lists them, foreign ones in every template. */
const REGIONS = [
  ['af-south-1', 'ap-east-1', 'ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1'],
  ['cn-north-1', 'cn-northwest-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ['me-south-1', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
];

/** A template as `cdk synth` leaves it: paths, the metadata resource with its condition, the bootstrap rule. */
export function dressed(template: Bare, stack: string): unknown {
  const resources = Object.entries(template.Resources).map(([id, resource]) => [
    id,
    { ...resource, Metadata: { ...resource.Metadata, 'aws:cdk:path': `${stack}/${id.slice(0, -8)}/Resource` } },
  ]);
  const isIn = (region: string) => ({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, region] });
  return {
    ...template,
    Resources: { ...Object.fromEntries(resources), CDKMetadata: metadata(stack) },
    Conditions: {
      ...template.Conditions,
      CDKMetadataAvailable: { 'Fn::Or': REGIONS.map((regions) => ({ 'Fn::Or': regions.map(isIn) })) },
    },
    Parameters: { ...template.Parameters, BootstrapVersion },
    Rules: { CheckBootstrapVersion },
  };
}

const metadata = (stack: string) => ({
  Type: 'AWS::CDK::Metadata',
  Properties: {
    Analytics:
      'v2:deflate64:H4sIAAAAAAAA/zPSMzQ21DNQTCwv1k1OydbNyUzSCy5JTM7WyctPSdXLKtYvMzLSMzTUM1DMKs7M1C0qzSvJzE3VC4LQAIUEkEM/AAAA',
  },
  Metadata: { 'aws:cdk:path': `${stack}/CDKMetadata/Default` },
  Condition: 'CDKMetadataAvailable',
});

const BootstrapVersion = {
  Type: 'AWS::SSM::Parameter::Value<String>',
  Default: '/cdk-bootstrap/hnb659fds/version',
  Description:
    'Version of the CDK Bootstrap resources in this environment, automatically retrieved from SSM Parameter Store. [cdk:skip]',
};

const CheckBootstrapVersion = {
  Assertions: [
    {
      Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2', '3', '4', '5'], { Ref: 'BootstrapVersion' }] }] },
      AssertDescription:
        "CDK bootstrap stack version 6 required. Please run 'cdk bootstrap' with a recent version of the CDK CLI.",
    },
  ],
};
