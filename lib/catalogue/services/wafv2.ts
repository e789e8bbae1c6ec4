import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::WAFv2::WebACL'] as const;
/** Where CloudFront's web ACLs are kept. */
const EDGE = 'us-east-1';

export const wafv2CloudfrontScope = defineChannel({
  id: 'wafv2-cloudfront-scope',
  aliases: ['waf-cloudfront-scope'],
  title: 'Web ACLs are regional, and keep samples of requests at home',
  risk: 'Samples of requests, with addresses, paths and headers, and the metrics of the web ACL are kept in us-east-1.',
  level: 'metadata',
  legitimate:
    'For a distribution that must be defended at the edge, since AWS keeps web ACLs of that scope in us-east-1 only; with sampling switched off, figures are all that rests there.',
  remediation: 'Use a regional web ACL before an endpoint of the region, or switch the sampling of requests off.',
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/logging.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-testing-view-sample.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html',
  ],

  proactive: {
    rules: [
      {
        kind: 'function',
        types: TYPES,
        paths: ['Scope', 'VisibilityConfig.SampledRequestsEnabled'],
        violations: atTheEdge,
      },
    ],
    violating: [
      acl('CLOUDFRONT', true),
      {
        Parameters: { Scope: { Type: 'String', AllowedValues: ['REGIONAL', 'CLOUDFRONT'] } },
        ...acl({ Ref: 'Scope' }, true),
      },
    ],
    compliant: [acl('REGIONAL', true), acl('CLOUDFRONT', false)],
  },
  preventive: {
    strength: 'region-deny',
    why: 'a web ACL for CloudFront is made by a call in us-east-1, which a region deny stops; no condition key tells its scope.',
    denies: [{ actions: ['wafv2:CreateWebACL'], authorisedIn: 'destination', strength: 'region-deny' }],
  },
  detective: {
    events: [
      {
        eventSource: 'wafv2.amazonaws.com',
        eventName: 'CreateWebACL',
        recordedIn: 'us-east-1',
        opens: [{ path: 'scope', kind: 'flag', opens: ['cloudfront'] }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-wafv2', command: 'ListWebACLsCommand', field: 'WebACLs[].ARN', kind: 'arn' },
      {
        client: '@aws-sdk/client-wafv2',
        command: 'GetWebACLCommand',
        field: 'WebACL.VisibilityConfig.SampledRequestsEnabled',
        kind: 'flag',
      },
    ],
  },
});

/** CloudFront has its web ACLs in one region: that is abroad wherever the region is not allowed. */
function atTheEdge({ places, allowed }: JudgedResource): Violation[] {
  if (allowed.includes(EDGE)) return [];
  const samples = places('VisibilityConfig.SampledRequestsEnabled');
  if (samples.every((sample) => sample.canBe(['true']) === 'no')) return [];
  return places('Scope').flatMap((scope): Violation[] => {
    const { value, settle } = scope.destination('region');
    const isEdge = scope.canBe(['CLOUDFRONT']);
    if (isEdge === 'no') return [];
    return [
      {
        path: scope.path,
        destination: scope.value,
        reach: isEdge === 'yes' ? 'abroad' : 'unknown',
        value,
        because: `and CloudFront keeps samples of requests in '${EDGE}'`,
        ...(settle !== undefined && { settle }),
      },
    ];
  });
}

function acl(scope: unknown, sampled: boolean) {
  return exampleOf(TYPES[0], {
    Name: EDGE,
    Scope: scope,
    DefaultAction: { Allow: {} },
    VisibilityConfig: { SampledRequestsEnabled: sampled, CloudWatchMetricsEnabled: true, MetricName: 'edge' },
  });
}
