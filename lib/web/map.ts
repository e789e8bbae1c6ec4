import { JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { REGIONS } from '../domain/regions';
import { placeOf } from './places';
import { MAP_SIZE, projected } from './projection';
import { WORDS } from './words';
import { WORLD_OUTLINE } from './world-outline';

const SVG = 'http://www.w3.org/2000/svg';

/** The world with a mark where the data of a jurisdiction rests. All that it says stands in words beside it too. */
export function map(jurisdiction: JurisdictionId): SVGElement {
  const { homeRegion, location } = JURISDICTIONS[jurisdiction];
  const place = placeOf(homeRegion);
  return svg(
    'svg',
    {
      viewBox: `0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`,
      class: 'map',
      role: 'img',
      'aria-label': WORDS.where.map(location),
    },
    svg('path', { class: 'land', d: WORLD_OUTLINE }),
    ...(place === undefined ? [] : mark(projected(place), REGIONS[homeRegion].place)),
  );
}

function mark({ x, y }: { readonly x: number; readonly y: number }, name: string): SVGElement[] {
  const isAtTheRight = x > MAP_SIZE.width * 0.75;
  const label = svg('text', {
    x: String(isAtTheRight ? x - 18 : x + 18),
    y: String(y + 7),
    'text-anchor': isAtTheRight ? 'end' : 'start',
  });
  label.textContent = name;
  return [
    svg('circle', { class: 'ring', cx: String(x), cy: String(y), r: '13' }),
    svg('circle', { class: 'mark', cx: String(x), cy: String(y), r: '7' }),
    label,
  ];
}

function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly SVGElement[]) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
