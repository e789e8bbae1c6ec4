import { known, split, type Text, wholeHole } from '../../../assembly/text';
import {
  INFERENCE_GEOGRAPHIES,
  type InferenceGeography,
  inferenceGeography,
} from '../../../domain/inference-geographies';
import { type Answer, HOME, type Terms, undecided } from './answer';
import { regionNamed } from './region';

/** Where a Bedrock model or inference profile answers from: by the region of its ARN, and by the prefix of its id. */
export function modelNamed(text: Text, terms: Terms): Answer {
  if (wholeHole(text) !== undefined) return wholeHole(text)?.resource === undefined ? undecided(text) : HOME;
  const [scheme = [], , , region, , ...resource] = split(text, ':');
  const isArn = known(scheme) === 'arn';
  if (isArn && region !== undefined && known(region) !== '') {
    const answer = regionNamed(region, terms);
    if (answer.reach !== 'home') return answer;
  }
  const [id = []] = isArn ? split(resource[0] ?? [], '/').slice(1) : [text];
  const [first] = id;
  const geography = typeof first === 'string' ? inferenceGeography(first) : undefined;
  return geography === undefined ? HOME : geographyNamed(geography, terms);
}

function geographyNamed(geography: InferenceGeography, { allowed }: Terms): Answer {
  const regions = INFERENCE_GEOGRAPHIES[geography];
  if (regions === 'every region') {
    return { reach: 'abroad', because: 'an inference profile that may answer from every region' };
  }
  const foreign = regions.filter((region) => !allowed.includes(region));
  if (foreign.length === 0) return HOME;
  return { reach: 'abroad', because: `an inference profile that may answer from '${foreign.join("', '")}'` };
}
