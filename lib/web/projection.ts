/**
 * Where a place is on the map: an equirectangular projection, two units a degree, without the Antarctic, which is nobody's home.
 *
 * @see https://en.wikipedia.org/wiki/Equirectangular_projection
 */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const UNITS_A_DEGREE = 2;
const NORTH = 84;
const SOUTH = -57;

export const MAP_SIZE = { width: 360 * UNITS_A_DEGREE, height: (NORTH - SOUTH) * UNITS_A_DEGREE } as const;

export function projected({ latitude, longitude }: Place): { readonly x: number; readonly y: number } {
  return { x: (longitude + 180) * UNITS_A_DEGREE, y: (NORTH - latitude) * UNITS_A_DEGREE };
}
