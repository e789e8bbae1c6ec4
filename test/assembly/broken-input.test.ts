import fs from 'node:fs';
import path from 'node:path';
import { readAssembly } from '../../lib/assembly/read';
import { inFolder, within } from '../support/folder';

const broken: readonly (readonly [string, string, string])[] = [
  ['an empty file', '  \n', "'t' is empty; name a template in JSON or YAML"],
  ['a list', '- a\n- b\n', "'t' holds a list, but a template is a map with 'Resources'"],
  ['a single value', 'hello', "'t' holds a single value, but a template is a map with 'Resources'"],
  ['a map without resources', 'a: b', "'t' has no map of 'Resources'; name a CloudFormation template"],
  ['resources that are no map', 'Resources: [a]', "'t' has no map of 'Resources'; name a CloudFormation template"],
  ['a binary file', 'PK\u0003\u0000\u0000', "'t' is a binary file; name a template in JSON or YAML"],
  ['broken JSON', '{\n  "Resources": {,}\n}', "'t' is no JSON at line 2, column 17: expected property name or '}'"],
  [
    'a wrong token in JSON',
    '{\n  "Resources": {"A": }\n}',
    "'t' is no JSON at line 2, column 22: unexpected token '}'",
  ],
  [
    'a wrong word in long JSON',
    `{\n  "Description": "${'x'.repeat(99)}",\n  "Resources": {"A": tru}\n}`,
    "'t' is no JSON at line 3, column 25: unexpected token '}'",
  ],
  [
    'JSON that ends too early',
    '{"Resources": {},\n',
    "'t' is no JSON at line 2, column 1: expected double-quoted property name",
  ],
  ['JSON that ends at once', '{"Resources": [', "'t' is no JSON at line 1, column 16: unexpected end"],
  ['JSON with more behind it', '{} {}', "'t' is no JSON at line 1, column 4: unexpected non-whitespace character"],
  [
    'broken YAML',
    'Resources:\n  a: [b',
    "'t' is no YAML at line 2, column 8: flow sequence in block collection must be sufficiently indented and end with a ]",
  ],
  ['several documents', 'a: b\n---\nc: d\n', "'t' is no YAML at line 2, column 1: source contains multiple documents"],
  [
    'an alias of nothing',
    'Resources: *nothing',
    "'t' is no YAML at line 1, column 12: nothing before it is called 'nothing'",
  ],
  [
    'an alias within what it names',
    'Resources: &a {A: *a}',
    "'t' is no YAML at line 1, column 19: nothing before it is called 'a'",
  ],
  ['nesting that no template has', `Resources: ${'['.repeat(10_000)}`, "'t' is nested too deeply; no template is"],
  ['a byte order mark alone', '\uFEFF', "'t' is empty; name a template in JSON or YAML"],
  ['columns that no template has', `Resources:\n ${'- '.repeat(10_000)}`, "'t' is nested too deeply; no template is"],
];

const repeated: readonly (readonly [string, string, string])[] = [
  [
    'a key that stands twice in JSON',
    '{"Resources": {"A": {"a\\":": 1}, "B": {}, "\\u0041": {"b": 2}}}',
    "'t' is no JSON at line 1, column 43: 'A' stands twice in one map",
  ],
  [
    'a key that stands twice',
    'Resources:\n  A: {}\n  A: {b: 2}\n',
    "'t' is no YAML at line 3, column 3: 'A' stands twice in one map",
  ],
];

describe('reading input that is broken', () => {
  it.each(broken)('says what is wrong with %s', (_, text, message) => {
    const result = inFolder({ t: text }, (folder) =>
      within(folder, () => readAssembly(['t'], { home: 'eu-central-1' })),
    );
    expect(result.problems.map((problem) => problem.message)).toEqual([message]);
    expect(result.assembly.stacks).toEqual([]);
  });

  it.each(repeated)('says of %s that it does, and takes the last', (_, text, message) => {
    const result = inFolder({ t: text }, (folder) =>
      within(folder, () => readAssembly(['t'], { home: 'eu-central-1' })),
    );
    expect(result.problems.map((problem) => problem.message)).toEqual([message]);
    expect(result.assembly.stacks.map(({ template }) => template.Resources['A'])).toEqual([{ b: 2 }]);
  });

  it('keeps what stands under a key that a plain object takes for something else', () => {
    const text = 'Base: &base {__proto__: {a: 1}}\nResources:\n  __proto__: {b: 2}\n  R: {<<: *base}\n';
    const { assembly, problems } = inFolder({ t: text }, (folder) =>
      readAssembly([path.join(folder, 't')], { home: 'eu-central-1' }),
    );
    expect({ problems, resources: assembly.stacks.map(({ template }) => JSON.stringify(template.Resources)) }).toEqual({
      problems: [],
      resources: ['{"__proto__":{"b":2},"R":{"__proto__":{"a":1}}}'],
    });
  });

  it('reads quoted texts whose lines begin further left than they should', () => {
    const text =
      'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      A: \'{\n  "it\'\'s": 1\n}\'\n      B: "a\\"b\nc"\n';
    const { assembly, problems } = inFolder({ t: text }, (folder) =>
      readAssembly([path.join(folder, 't')], { home: 'eu-central-1' }),
    );
    expect({ problems, resources: assembly.stacks.map(({ template }) => template.Resources) }).toEqual({
      problems: [],
      resources: [{ R: { Type: 'AWS::IAM::Role', Properties: { A: '{ "it\'s": 1 }', B: 'a"b c' } } }],
    });
  });

  it('reads brackets whose lines begin further left than they should', () => {
    const text = [
      'Resources:',
      '  R:',
      '    Type: AWS::IAM::Role',
      '    Properties:',
      '      A: {',
      "    'it': ['}', \"b\"], # not the end: ]",
      '  "c": {"d": [1,',
      '2]}',
      '}',
      '      B: [',
      '      !Sub "${AWS::Region}",',
      '      ]',
      '',
    ].join('\n');
    const { assembly, problems } = inFolder({ t: text }, (folder) =>
      readAssembly([path.join(folder, 't')], { home: 'eu-central-1' }),
    );
    expect({ problems, resources: assembly.stacks.map(({ template }) => template.Resources['R']) }).toEqual({
      problems: [],
      resources: [
        {
          Type: 'AWS::IAM::Role',
          Properties: { A: { it: ['}', 'b'], c: { d: [1, 2] } }, B: [{ 'Fn::Sub': '${AWS::Region}' }] },
        },
      ],
    });
  });

  it('says which folder cannot be read, and judges the others', () => {
    const list = fs.readdirSync;
    const spy = jest.spyOn(fs, 'readdirSync').mockImplementation(((folder: string, ...more: []) => {
      if (folder.endsWith('closed')) throw new Error('EACCES');
      return list(folder, ...more);
    }) as typeof list);
    try {
      const files = { 'in/t.json': { Resources: {} }, 'in/closed/t.json': { Resources: {} } };
      const result = inFolder(files, (folder) => within(folder, () => readAssembly(['in'], { home: 'eu-central-1' })));
      expect({
        problems: result.problems.map(({ message }) => message),
        stacks: result.assembly.stacks.map(({ file }) => file),
      }).toEqual({ problems: ["'in/closed' cannot be read; name a folder that can be"], stacks: ['in/t.json'] });
    } finally {
      spy.mockRestore();
    }
  });

  it.each([
    { name: 'refuses a link to a template elsewhere', link: 'linked.yaml', to: '../out/t.json', refused: true },
    { name: 'refuses a link to a folder elsewhere', link: 'linked', to: '../out', refused: true },
    { name: 'refuses a link to a template that is not there', link: 'linked.json', to: 'gone.json', refused: true },
    { name: 'reads what a link within the folder leads to once', link: 'linked.json', to: 't.json', refused: false },
    { name: 'leaves a link to what is no template alone', link: 'linked.md', to: '../out/t.json', refused: false },
    { name: 'leaves a link to a folder within the folder alone', link: 'linked', to: '.', refused: false },
  ])('$name', ({ link, to, refused }) => {
    const result = inFolder({ 'in/t.json': { Resources: {} }, 'out/t.json': { Resources: {} } }, (folder) => {
      fs.symlinkSync(to, path.join(folder, 'in', link));
      return within(folder, () => readAssembly(['in'], { home: 'eu-central-1' }));
    });
    expect({
      problems: result.problems.map(({ message }) => message),
      stacks: result.assembly.stacks.length,
    }).toEqual({
      problems: refused ? [`'in/${link}' is a link to nothing in its folder; name what it leads to`] : [],
      stacks: 1,
    });
  });

  it('ends a bomb of aliases', () => {
    const letters = 'abcdefgh';
    const lines = letters
      .split('')
      .map(
        (letter, index) => `${letter}: &${letter} [${`${index === 0 ? 'x' : `*${letters[index - 1]}`}, `.repeat(9)}]`,
      );
    const result = inFolder({ t: `${lines.join('\n')}\nResources: *h` }, (folder) =>
      readAssembly([path.join(folder, 't')], { home: 'eu-central-1' }),
    );
    expect(result.problems.map(({ code }) => code)).toEqual(['BrokenYaml']);
  });
});
