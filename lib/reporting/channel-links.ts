import { CATALOGUE, type ChannelId, type Service } from '../catalogue/catalogue';
import { link } from './markdown';

export const SERVICES = Object.keys(CATALOGUE) as readonly Service[];

const PLACES: ReadonlyMap<string, Service> = new Map(
  SERVICES.flatMap((service) => CATALOGUE[service].map(({ id }): [string, Service] => [id, service])),
);

/** A link to the page of a channel, from a page beside those of the services. */
export function linked(id: ChannelId): string {
  return link(id, `${PLACES.get(id)}/${id}.md`);
}
