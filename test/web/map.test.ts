import { readFileSync } from 'node:fs';
import { JURISDICTION_IDS, JURISDICTIONS } from '../../lib/domain/jurisdictions';
import { placeOf } from '../../lib/web/places';
import { MAP_SIZE, projected } from '../../lib/web/projection';
import { OUTLINE_FILE, worldOutline } from '../../tools/world-outline';

describe('the map', () => {
  it('is drawn from what the package has today', () => {
    expect(readFileSync(OUTLINE_FILE, 'utf8')).toBe(worldOutline());
  });

  it.each(JURISDICTION_IDS)('has a mark for the home of %s, and it is on the map', (id) => {
    const place = placeOf(JURISDICTIONS[id].homeRegion);
    const { x, y } = place === undefined ? { x: -1, y: -1 } : projected(place);
    expect({ x: x > 0 && x < MAP_SIZE.width, y: y > 0 && y < MAP_SIZE.height }).toEqual({ x: true, y: true });
  });

  it('has the meridian of Greenwich in its middle', () => {
    expect(projected({ latitude: 84, longitude: 0 })).toEqual({ x: MAP_SIZE.width / 2, y: 0 });
  });
});
