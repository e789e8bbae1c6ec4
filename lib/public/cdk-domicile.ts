// What CDK apps may use: `import { ResidencyChecks } from 'cdk-domicile'`. A name that is removed from here, or means something
// else, breaks them.
export { ResidencyChecks, type ResidencyChecksProps } from '../constructs/residency-checks';
export * from './check';
