/** What cells say of themselves, written out. */
export const EU = {
  jurisdiction: 'eu',
  jurisdictionName: 'European Union and European Economic Area',
  region: 'eu-central-1',
  location: 'Frankfurt, Germany; stands in for the Netherlands, where AWS has no region',
  termsVersion: '2026-11-01',
};
export const INTERNATIONAL = {
  jurisdiction: 'international',
  jurisdictionName: 'International',
  region: 'ap-southeast-1',
  location: 'Singapore',
  termsVersion: '2026-11-01',
};
