import type { Index } from '../../../assembly/resolver';
import { isVendorBucket } from '../../../domain/impersonal-services';
import { INFERENCE_GEOGRAPHIES, type InferenceGeography } from '../../../domain/inference-geographies';
import type { Terms } from '../destinations/answer';
import { type Hint, names } from './reading';
import { regionInName } from './words';

/** What a text is read against: the regions that are home, and what the assembly makes. */
export class Surroundings {
  readonly allowed: readonly string[];
  readonly #index: Index;

  #bucketsAbroad: ReadonlySet<string> | undefined;

  constructor({ allowed }: Terms, index: Index) {
    this.allowed = allowed;
    this.#index = index;
  }

  /** The names of buckets that the assembly makes abroad. */
  get bucketsAbroad(): ReadonlySet<string> {
    this.#bucketsAbroad ??= this.#index.bucketsOutside(this.allowed);
    return this.#bucketsAbroad;
  }

  /**
   * What the name of a bucket, or of something else that the text speaks of, gives away. It is a hint only where the
   * assembly does not make it: then its own stack says where it is.
   */
  readonly bucketHint = (name: string): Hint | undefined => {
    const makers = this.#index.makersOf(name, 'bucket');
    const abroad = makers.find(({ region }) => !this.allowed.includes(region));
    if (abroad !== undefined)
      return { because: `which names what stack '${abroad.label}' makes in '${abroad.region}'` };
    return makers.length > 0 || isVendorBucket(name) ? undefined : this.nameHint(name);
  };

  readonly nameHint = (name: string): Hint | undefined => {
    const region = regionInName(name, this.allowed);
    return region === undefined || this.#index.makersOf(name, 'anything').length > 0 ? undefined : names(name);
  };

  readonly geographyHint = (geography: InferenceGeography): Hint | undefined => {
    const regions = INFERENCE_GEOGRAPHIES[geography];
    const isHome = regions !== 'every region' && regions.every((region) => this.allowed.includes(region));
    return isHome ? undefined : { because: `which names an inference profile of '${geography}'` };
  };
}
