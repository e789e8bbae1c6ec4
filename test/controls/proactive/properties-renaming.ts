import { isMap, isText, type JsonMap } from '../../../lib/assembly/template';
import type { Template } from './properties-spelling';

/** The same template with other names for all that it declares, wherever they are referred to. */
export function renamed(template: Template, rename: (name: string) => string): Template {
  const names = new Set(Object.values(template).flatMap((section) => Object.keys(section)));
  const to = (name: string) => (names.has(name) ? rename(name) : name);
  const section = (entries: JsonMap) =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [to(name), inside(value, to)]));
  return {
    Parameters: section(template.Parameters),
    Mappings: section(template.Mappings),
    Conditions: section(template.Conditions),
    Resources: section(template.Resources),
  };
}

type Rename = (name: string) => string;

function inside(node: unknown, to: Rename): unknown {
  if (Array.isArray(node)) return node.map((item) => inside(item, to));
  if (!isMap(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, member(key, value, to)]));
}

/** What names something else of the template is renamed with it. */
function member(key: string, value: unknown, to: Rename): unknown {
  switch (key) {
    case 'Ref':
    case 'Condition':
    case 'DependsOn':
      return isText(value) ? to(value) : inside(value, to);
    case 'Fn::GetAtt':
      return isText(value) ? attribute(value, to) : first(value, to);
    case 'Fn::If':
    case 'Fn::FindInMap':
      return first(value, to);
    case 'Fn::Sub':
      return isText(value) ? variables(value, to) : substitution(value, to);
    default:
      return inside(value, to);
  }
}

function attribute(value: string, to: Rename): string {
  const [name = '', ...rest] = value.split('.');
  return [to(name), ...rest].join('.');
}

function first(value: unknown, to: Rename): unknown {
  if (!Array.isArray(value)) return inside(value, to);
  const [name, ...rest] = value as unknown[];
  return [isText(name) ? to(name) : inside(name, to), ...rest.map((item) => inside(item, to))];
}

function substitution(value: unknown, to: Rename): unknown {
  if (!Array.isArray(value)) return inside(value, to);
  const [text, own] = value as unknown[];
  const isOwn = (name: string) => isMap(own) && Object.hasOwn(own, name);
  return [isText(text) ? variables(text, (name) => (isOwn(name) ? name : to(name))) : text, inside(own, to)];
}

function variables(text: string, to: Rename): string {
  return text.replaceAll(/\$\{([^!}][^}]*)\}/gu, (_, name: string) => `\${${attribute(name, to)}}`);
}
