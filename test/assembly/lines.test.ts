import { linesOfElements, linesOfResources } from '../../lib/assembly/lines';

describe('the lines of resources', () => {
  it.each([
    {
      name: 'are told of a JSON template',
      text: `{
  "Parameters": { "Resources": { "Type": "String" } },
  "Resources": {
    "Bucket": { "Type": "AWS::S3::Bucket", "Properties": { "Tags": [{ "Key": "Resources:", "Value": "{" }] } },
    "Table":
      { "Type": "AWS::DynamoDB::Table" }
  },
  "Outputs": { "Bucket": { "Value": "\\"{" } }
}`,
      lines: { Bucket: 4, Table: 5 },
    },
    {
      name: 'are told of a template without line breaks',
      text: '{"Resources":{"Bucket":{"Type":"AWS::S3::Bucket"}}}',
      lines: { Bucket: 1 },
    },
    {
      name: 'are told of a YAML template',
      text: `Parameters:
  Stage: {Type: String}
# the stores
Resources:
  # of people
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      Stage: !Ref Stage
  "Table":
    Type: AWS::DynamoDB::Table

Outputs:
  Name:
    Value: !Ref Bucket
`,
      lines: { Bucket: 6, Table: 10 },
    },
    {
      name: 'are told of a YAML template with Windows line ends',
      text: 'Resources:\r\n  Bucket:\r\n    Type: AWS::S3::Bucket\r\n',
      lines: { Bucket: 2 },
    },
    {
      name: 'are told behind a byte order mark',
      text: '\uFEFFResources:\n  Bucket:\n    Type: AWS::S3::Bucket\n',
      lines: { Bucket: 2 },
    },
    { name: 'are none where there are no resources', text: 'Outputs:\n  Name: x\n', lines: {} },
    { name: 'are none in what is no JSON', text: '{"Resources":{"Bucket', lines: {} },
  ])('$name', ({ text, lines }) => {
    expect(Object.fromEntries(linesOfResources(text))).toEqual(lines);
  });
});

describe('the lines of elements', () => {
  it.each([
    ['[]', []],
    ['[{"a": [{}]}, {"b": "]"}]', [1, 1]],
    ['\n[\n  {\n    "a": {}\n  },\n\n  { "b": "{" }\n]', [3, 7]],
  ])('are told of %j', (text, lines) => {
    expect(linesOfElements(text)).toEqual(lines);
  });
});
