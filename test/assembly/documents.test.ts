import { documentIn } from '../../lib/assembly/documents';
import type { Possible } from '../../lib/assembly/possible';
import { AssemblyResolver } from '../../lib/assembly/resolve';
import { show, type Text } from '../../lib/assembly/text';
import { assemblyOf } from '../support/in-memory';

const A = { key: 'A', label: '${A}', because: 'nobody knows' };

const cases: readonly { readonly name: string; readonly text: Text; readonly is: unknown }[] = [
  { name: 'reads JSON', text: ['{"a": [1, true, null, "x"]}'], is: { a: ['1', 'true', 'null', 'x'] } },
  { name: 'keeps what is not known within a text', text: ['{"a": "arn:', A, ':b"}'], is: { a: 'arn:${A}:b' } },
  { name: 'keeps what is not known where a value stands', text: ['{"a": ', A, ', "b": 1}'], is: { a: '${A}', b: '1' } },
  { name: 'knows an escaped quote', text: ['{"a": "\\"', A, '"}'], is: { a: '"${A}' } },
  { name: 'keeps what is not known in a key', text: ['{"', A, '": 1}'], is: { '${A}': '1' } },
  { name: 'takes no key for an intrinsic', text: ['{"Ref": "AWS::Region"}'], is: { Ref: 'AWS::Region' } },
  { name: 'reads a list', text: ['["a"]'], is: ['a'] },
  {
    name: 'reads YAML',
    text: ['version: "2"\nsink:\n  - s3: {region: ', A, '}\n'],
    is: { version: '2', sink: [{ s3: { region: '${A}' } }] },
  },
  { name: 'finds nothing in broken JSON', text: ['{"a": '], is: undefined },
  { name: 'finds nothing in broken YAML', text: ['a: b\n  c: [d\n'], is: undefined },
  { name: 'finds nothing in a sentence', text: ['Note: this is\na sentence'], is: undefined },
  { name: 'finds nothing in a word', text: ['us-east-1'], is: undefined },
  { name: 'finds nothing in what is not known', text: [A], is: undefined },
];

describe('the document in a text', () => {
  it.each(cases)('$name', ({ text, is }) => {
    const assembly = assemblyOf({ Main: {} });
    const [stack] = assembly.stacks;
    if (stack === undefined) throw new Error('there is no stack');
    const resolver = new AssemblyResolver(assembly);
    const plain = (possible: Possible | undefined): unknown => {
      if (possible?.kind === 'text') return show(possible.text);
      if (possible?.kind === 'list') return possible.items.map(({ node }) => plain(resolver.resolve(node, stack)[0]));
      if (possible?.kind !== 'map') return undefined;
      return Object.fromEntries(
        Object.entries(possible.entries).map(([key, node]) => [key, plain(resolver.resolve(node, stack)[0])]),
      );
    };
    expect(plain(documentIn(text, stack))).toEqual(is);
  });
});
