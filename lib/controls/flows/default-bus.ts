import type { Stack } from '../../assembly/stack';
import { known, split, type Text } from '../../assembly/text';
import type { Graph, Node } from './graph';
import { matches } from './patterns';

/** The event bus that every account has in every region, as far as apps put events there. */
export function defaultBus(graph: Graph, region: string): Node {
  return graph.thing(`the default event bus of ${region}`, region);
}

/** The same bus, as far as S3 tells it of objects. */
export function eventsOfS3(graph: Graph, region: string): Node {
  return graph.thing(`the default event bus of ${region}, with events of S3`, region);
}

/** Whether a text means the default bus of a stack's own region, by its ARN or a pattern. */
export function meansDefaultBus(text: Text, { region }: Stack): boolean {
  if (known(text) === '*') return true;
  const [, , service = [], where = [], , name = []] = split(text, ':');
  const [named, place] = [known(name), known(where)];
  return (
    known(service) === 'events' &&
    place !== undefined &&
    matches(place, region) &&
    named !== undefined &&
    matches(named, 'event-bus/default')
  );
}
