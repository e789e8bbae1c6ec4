import type { Region } from '../domain/regions';
import type { Place } from './projection';

/**
 * Where to put the mark of a region on the map: the city, or the middle of the area, by which AWS names the region, to the degree.
 * A region that is not here has no mark; all that the map says stands in words beside it.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const PLACES: Readonly<Partial<Record<Region, Place>>> = {
  'af-south-1': { latitude: -34, longitude: 18 },
  'ap-northeast-1': { latitude: 36, longitude: 140 },
  'ap-northeast-2': { latitude: 38, longitude: 127 },
  'ap-south-1': { latitude: 19, longitude: 73 },
  'ap-southeast-1': { latitude: 1, longitude: 104 },
  'ap-southeast-2': { latitude: -34, longitude: 151 },
  'ca-central-1': { latitude: 45, longitude: -74 },
  'eu-central-1': { latitude: 50, longitude: 9 },
  'eu-central-2': { latitude: 47, longitude: 9 },
  'eu-north-1': { latitude: 59, longitude: 18 },
  'eu-west-1': { latitude: 53, longitude: -6 },
  'eu-west-2': { latitude: 52, longitude: 0 },
  'eu-west-3': { latitude: 49, longitude: 2 },
  'il-central-1': { latitude: 32, longitude: 35 },
  'sa-east-1': { latitude: -24, longitude: -47 },
  'us-east-1': { latitude: 38, longitude: -77 },
  'us-west-2': { latitude: 46, longitude: -120 },
};

export function placeOf(region: Region): Place | undefined {
  return PLACES[region];
}
