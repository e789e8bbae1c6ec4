import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isMap } from '../../lib/assembly/template';

/** A template as people write it: YAML, with `!Sub` for `Fn::Sub`. */
export function asYaml(template: unknown): string {
  // CloudFormation reads YAML 1.1, in which `NO` without quotes is no text.
  const document = new Document(undefined, { version: '1.1' });
  document.contents = nodeOf(template);
  return document.toString({ lineWidth: 0 }).replace(/^%YAML.*\n---\n/u, '');
}

function nodeOf(value: unknown): YAMLSeq | YAMLMap | Scalar {
  if (Array.isArray(value)) {
    const list = new YAMLSeq<Node>();
    list.items = value.map(nodeOf);
    return list;
  }
  if (!isMap(value)) return new Scalar(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const [[key, argument] = ['']] = entries;
  if (entries.length === 1 && (key === 'Ref' || key.startsWith('Fn::'))) {
    const node = nodeOf(argument);
    node.tag = `!${key.replace('Fn::', '')}`;
    return node;
  }
  const map = new YAMLMap<Scalar, Node>();
  map.items = entries.map(([name, item]) => new Pair(new Scalar(name), nodeOf(item)));
  return map;
}
