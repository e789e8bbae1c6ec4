import type { FeatureAnswer } from '../../domain/api';
import { type DataFlow, FEATURE_IDS, FEATURES, type Feature } from '../../domain/features';
import type { Cell } from '../cell';

/** What somebody is told of every feature of a cell, whether it is on, and what it sends to whom. */
export function featuresOf(cell: Cell): FeatureAnswer[] {
  return FEATURE_IDS.map((feature) => featureOf(cell, feature));
}

/** One feature. The routes of a feature ask this first, and answer `feature_unavailable` where it is off. */
export function featureOf({ entry }: Cell, feature: Feature): FeatureAnswer {
  const { title, flows } = FEATURES[feature];
  return {
    feature,
    title,
    ...entry.features[feature],
    flows: (flows as readonly DataFlow[]).map((flow) => ({
      ...flow,
      rests: flow.rests === 'home' ? entry.homeRegion : flow.rests,
    })),
  };
}
