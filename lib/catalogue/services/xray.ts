import { defineChannel, notCovered } from '../channel';
import { exampleOf, mapped } from '../examples';

/** Variables by which the exporters of OpenTelemetry are told where to send, as its specification names them. */
const VARIABLES = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
] as const;

const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'] as const;

export const xrayOtlpTelemetryExport = defineChannel({
  id: 'xray-otlp-telemetry-export',
  title: 'Functions export traces and logs to their home region only',
  risk: 'Traces and logs, with whatever their annotations hold, are sent to the collector or service in the other region.',
  level: 'content',
  legitimate:
    'For spans that name routes, statuses and durations, sent to one collector for all regions; attributes with queries, bodies or ids of users are dropped at home.',
  remediation: 'Export to the endpoint of the home region, and leave ids of people out of annotations.',
  references: [
    'https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk.html',
    'https://opentelemetry.io/docs/specs/otel/protocol/exporter/',
  ],

  proactive: {
    // Of a collector outside of AWS nothing tells where it is; it is mostly one beside the function.
    rules: mapped(VARIABLES, (name) => ({
      types: FUNCTIONS,
      path: `Environment.Variables.${name}`,
      kind: 'endpoint',
      onlyAbroad: true,
    })),
    violating: mapped(VARIABLES, (name) => exporting(name, 'https://xray.us-east-1.amazonaws.com/v1/traces')),
    compliant: [
      exporting(VARIABLES[0], { 'Fn::Sub': 'https://xray.${AWS::Region}.amazonaws.com/us-east-1' }),
      exporting(VARIABLES[0], 'http://localhost:4318'),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'writing to AWS is authorised in the region of the endpoint, so a limit on regions stops it. A service outside of AWS asks for no right; only a network without a route to it stops that.',
    denies: [
      {
        actions: ['xray:PutTraceSegments', 'cloudwatch:PutMetricData'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: notCovered('traces and metrics are data, whose calls CloudTrail does not record as management events'),
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lambda',
        command: 'GetFunctionConfigurationCommand',
        field: 'Environment.Variables{}',
        kind: 'endpoint',
      },
    ],
  },
});

function exporting(name: string, value: unknown) {
  return exampleOf('AWS::Lambda::Function', {
    FunctionName: 'us-east-1',
    Environment: { Variables: { [name]: value, OTEL_SERVICE_NAME: 'us-east-1' } },
  });
}
