import { inferenceGeography } from '../../lib/domain/inference-geographies';
import { regionOfCode, regionOfDirectoryBucket, zoneOf } from '../../lib/domain/zones';

describe('a zone', () => {
  it.each([
    ['eu-central-1a', { region: 'eu-central-1', isApart: false }],
    ['us-gov-west-1b', { region: 'us-gov-west-1', isApart: false }],
    ['euc1-az2', { region: 'eu-central-1', isApart: false }],
    ['apse1-az1', { region: 'ap-southeast-1', isApart: false }],
    ['cnnw1-az1', { region: 'cn-northwest-1', isApart: false }],
    ['eu-central-1-ham-1a', { region: 'eu-central-1', isApart: true }],
    ['use1-bos1-az1', { region: 'us-east-1', isApart: true }],
    ['eu-central-1-wl1-ber-wlz-1', { region: 'eu-central-1', isApart: true }],
    ['eu-central-1', undefined],
    ['a', undefined],
    ['xyz9-az1', undefined],
  ])("is told from '%s'", (name, expected) => {
    expect(zoneOf(name)).toEqual(expected);
  });
});

describe('a short code', () => {
  it.each([
    ['use1', 'us-east-1'],
    ['apne3', 'ap-northeast-3'],
    ['usgw1', 'us-gov-west-1'],
    ['use', undefined],
  ])("is told from '%s'", (code, expected) => {
    expect(regionOfCode(code)).toBe(expected);
  });
});

describe('the region of a directory bucket', () => {
  it.each([
    ['exports--use1-az4--x-s3', 'us-east-1'],
    ['exports--use1-bos1-az1--x-s3', 'us-east-1'],
    ['exports--euc1-az2--x-s3', 'eu-central-1'],
    ['exports-use1-az4', undefined],
    ['exports--zone--x-s3', undefined],
  ])("is told from '%s'", (name, expected) => {
    expect(regionOfDirectoryBucket(name)).toBe(expected);
  });
});

describe('the geography of an inference profile', () => {
  it.each([
    ['eu.amazon.nova-pro-v1:0', 'eu'],
    ['us-gov.anthropic.claude-3-haiku-20240307-v1:0', 'us-gov'],
    ['global.anthropic.claude-sonnet-4-20250514-v1:0', 'global'],
    ['amazon.nova-pro-v1:0', undefined],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', undefined],
    ['eu.example', undefined],
  ])("is told from '%s'", (id, expected) => {
    expect(inferenceGeography(id)).toBe(expected);
  });
});
