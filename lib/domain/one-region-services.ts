/** A service whose control plane is in one region, whatever the region of who calls it. */
export interface OneRegionService {
  /** By the names that ARNs, IAM actions and hosts share. */
  readonly names: readonly [string, ...string[]];
  /** As the sources say; `not verified` where none of them names it. */
  readonly region: 'us-east-1' | 'us-west-2' | 'one region, which the source does not name' | 'not verified';
  /** What it keeps there, and why that is nothing of the people whose data is kept at home, or what is. */
  readonly keeps: string;
  readonly sources: readonly [string, ...string[]];
}

const GLOBAL = 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html';
const SINGLE =
  'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/appendix-c---single-region-services.html';
const NAMES = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

/** Calls to these in another region carry nothing of a person: nobody can make them at home. */
export const ONE_REGION_SERVICES = {
  iam: {
    names: ['iam'],
    region: 'us-east-1',
    keeps: 'users, roles and policies; that users are called after people is a channel of its own',
    sources: [GLOBAL],
  },
  sts: {
    names: ['sts'],
    region: 'us-east-1',
    keeps: 'nothing: its default endpoint gives out credentials, and tells the names of roles and sessions',
    sources: [GLOBAL],
  },
  organizations: {
    names: ['account', 'organizations'],
    region: 'us-east-1',
    keeps: 'accounts, with an address for each, and policies; the address is a channel of its own',
    sources: [GLOBAL],
  },
  cloudfront: {
    names: ['cloudfront'],
    region: 'us-east-1',
    keeps: 'how distributions are set up; what they serve and log, and what runs in them, are channels of their own',
    sources: [GLOBAL],
  },
  'certificate-manager': {
    names: ['acm'],
    region: 'us-east-1',
    keeps: 'certificates for CloudFront, with the names of hosts',
    sources: [GLOBAL, 'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html'],
  },
  waf: {
    names: ['waf', 'wafv2'],
    region: 'us-east-1',
    keeps: 'web ACLs for CloudFront; samples of requests are a channel of its own',
    sources: [GLOBAL],
  },
  shield: {
    names: ['shield'],
    region: 'us-east-1',
    keeps: 'what is defended and which attacks there were',
    sources: [GLOBAL],
  },
  route53: {
    names: ['route53'],
    region: 'us-east-1',
    keeps:
      'names of hosts, which are public, and the figures of health checks; logs of questions and records that lead abroad are channels of their own',
    sources: [GLOBAL],
  },
  globalaccelerator: {
    names: ['globalaccelerator'],
    region: 'us-west-2',
    keeps: 'how accelerators are set up; which regions they lead to is a channel of its own',
    sources: [GLOBAL],
  },
  billing: {
    names: ['budgets', 'ce', 'cur', 'savingsplans'],
    region: 'one region, which the source does not name',
    keeps:
      'costs by account, service and tag; where reports are exported to, and tags that name people, are channels of their own',
    sources: [SINGLE],
  },
  marketplace: {
    names: ['marketplace'],
    region: 'one region, which the source does not name',
    keeps: 'what was bought of whom, by accounts',
    sources: [SINGLE],
  },
  'prices-and-taxes': {
    names: ['pricing', 'tax'],
    region: 'not verified',
    keeps: 'price lists, and tax numbers of the company',
    sources: [NAMES],
  },
  domains: {
    names: ['route53domains'],
    region: 'not verified',
    keeps: 'who holds a name, which registries publish or keep',
    sources: [NAMES],
  },
  'ecr-public': {
    names: ['ecr-public'],
    region: 'not verified',
    keeps: 'images that are published for everybody; to publish one is a channel of its own',
    sources: [NAMES],
  },
  support: {
    names: ['artifact', 'health', 'support', 'trustedadvisor'],
    region: 'not verified',
    keeps: 'contracts, troubles of AWS and advice on settings; what operators write in cases is a channel of its own',
    sources: [NAMES],
  },
} as const satisfies Readonly<Record<string, OneRegionService>>;
