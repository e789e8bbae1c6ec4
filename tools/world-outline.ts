// Writes lib/web/world-outline.ts: the land of the earth as one path, drawn from Natural Earth, which is in the public domain, as the
// package world-atlas has it. `npx tsx tools/world-outline.ts` after a change of the projection or of the package.
import { readFileSync, writeFileSync } from 'node:fs';
import { MAP_SIZE, projected } from '../lib/web/projection';

/** What is read of a topology: arcs that are deltas of whole numbers, and polygons that are made of them. */
interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: { readonly land: { readonly geometries: readonly { readonly arcs: readonly number[][][] }[] } };
}

type Point = readonly [number, number];

/** Less than this is no more than a dot on the map, in square units. */
const LEAST_AREA = 5;
/** How far a simplified coast may be from the real one, in units. */
const TOLERANCE = 0.55;

export const OUTLINE_FILE = 'lib/web/world-outline.ts';

/** The file as it has to be. */
export function worldOutline(): string {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/land-110m.json'), 'utf8')) as Topology;
  const rings = ringsOf(topology)
    .flatMap(withinOneTurn)
    .map((ring) => ring.map(([longitude, latitude]) => projected({ longitude, latitude })))
    .filter((ring) => ring.some(({ y }) => y < MAP_SIZE.height))
    .map((ring) => ring.map(({ x, y }): Point => [x, Math.min(y, MAP_SIZE.height)]))
    .filter((ring) => Math.abs(areaOf(ring)) >= LEAST_AREA)
    .map((ring) => simplified(ring).map(([x, y]): Point => [Math.round(x), Math.round(y)]));
  return [
    '/**',
    ' * The land of the earth, as the path of an SVG in the units of the projection. Made by tools/world-outline.ts from Natural Earth,',
    ' * which is in the public domain.',
    ' */',
    `export const WORLD_OUTLINE =\n  '${rings.map(drawn).join('')}';`,
    '',
  ].join('\n');
}

function ringsOf({ transform: { scale, translate }, arcs, objects }: Topology): Point[][] {
  const drawnArcs = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  // A negative index is the arc of its complement, backwards; each begins where the last has ended.
  const arcOf = (index: number) => (index < 0 ? drawnArcs[~index]?.toReversed() : drawnArcs[index]) ?? [];
  return objects.land.geometries
    .flatMap((geometry) => geometry.arcs.flat())
    .map((ring) => [ring].flat().flatMap((index, position) => arcOf(index).slice(position === 0 ? 0 : 1)));
}

/** A ring that crosses the antimeridian comes in two, one at either edge of the map. */
function withinOneTurn(ring: readonly Point[]): Point[][] {
  let turns = 0;
  const unwound = ring.map(([longitude, latitude], index): Point => {
    const before = ring[index - 1]?.[0] ?? longitude;
    if (Math.abs(longitude - before) > 180) turns += longitude < before ? 360 : -360;
    return [longitude + turns, latitude];
  });
  return [-360, 0, 360]
    .map((shift) => unwound.map(([longitude, latitude]): Point => [longitude + shift, latitude]))
    .map((shifted) => cut(cut(shifted, -180, 1), 180, -1))
    .filter((part) => part.length > 2);
}

/** What of a ring is on one side of a meridian (Sutherland and Hodgman). */
function cut(ring: readonly Point[], meridian: number, side: 1 | -1): Point[] {
  const isInside = ([longitude]: Point) => (longitude - meridian) * side >= 0;
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const [fromLongitude, fromLatitude] = before;
    const [longitude, latitude] = point;
    if (isInside(before) === isInside(point)) return isInside(point) ? [point] : [];
    const share = (meridian - fromLongitude) / (longitude - fromLongitude);
    const crossing: Point = [meridian, fromLatitude + share * (latitude - fromLatitude)];
    return isInside(point) ? [crossing, point] : [crossing];
  });
}

function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Leaves out points that are nearer to the line without them than the tolerance (Ramer, Douglas and Peucker). */
function simplified(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const distances = line.map((point) => distanceFrom(first, last, point));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= TOLERANCE) return [first, last];
  return [...simplified(line.slice(0, farthest + 1)).slice(0, -1), ...simplified(line.slice(farthest))];
}

function distanceFrom([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Relative, with no character that a path does not need. */
function drawn(ring: readonly Point[]): string {
  let [x, y] = ring[0] ?? [0, 0];
  const start = `M${x} ${y}l`;
  const steps = ring.slice(1).flatMap(([nextX, nextY]) => {
    const [dx, dy] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return dx === 0 && dy === 0 ? [] : [`${dx}${dy < 0 ? '' : ' '}${dy}`];
  });
  return `${start}${steps.map((step, index) => (index === 0 || step.startsWith('-') ? step : ` ${step}`)).join('')}z`;
}

if (require.main === module) {
  writeFileSync(OUTLINE_FILE, worldOutline());
}
