// What other programs may use, free of aws-cdk-lib: `import { check } from 'cdk-domicile/check'`. A name that is removed from
// here, or means something else, breaks them.

export type {
  ResidencyOptions as CheckOptions,
  ResidencyReport as CheckReport,
} from '../controls/residency/check-residency';
export { checkResidency as check } from '../controls/residency/check-residency';
export type { JurisdictionRegions } from '../controls/residency/jurisdiction-regions';
export { DomicileError } from '../domain/errors';
export type { ExceptedFinding, ResidencyException } from '../domain/exception';
export type { Finding, Level, Reach, Severity, SourceLocation } from '../domain/finding';
export type { Flow } from '../domain/flow';
