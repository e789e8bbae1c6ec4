import { APPLICATIONS } from './applications';
import { COMPUTE } from './compute';
import { DATABASES } from './databases';
import { GOVERNANCE } from './governance';
import type { PropertyMeaning } from './meaning';
import { MEDIA } from './media';
import { NETWORK } from './network';
import { QUICKSIGHT_SHARING } from './quicksight-sharing';
import { QUICKSIGHT_VISUALS } from './quicksight-visuals';
import { ROUTING } from './routing';
import { STORAGE } from './storage';
import { STREAMS } from './streams';

/** Every property that is set aside, with what it means. */
export const PROPERTY_MEANINGS: readonly PropertyMeaning[] = [
  ...NETWORK,
  ...ROUTING,
  ...STORAGE,
  ...DATABASES,
  ...STREAMS,
  ...APPLICATIONS,
  ...COMPUTE,
  ...GOVERNANCE,
  ...MEDIA,
  ...QUICKSIGHT_VISUALS,
  ...QUICKSIGHT_SHARING,
];
