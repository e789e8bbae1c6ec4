import { known, show, split, type Text, wholeHole } from '../../../assembly/text';
import { type Answer, HOME, type Terms, undecided } from './answer';

const ACCOUNT = /^\d{12}$/u;

/** Whether an account or a principal is the stack's own. In which region another account is at work, nothing tells. */
export function accountNamed(text: Text, { account }: Terms): Answer {
  const whole = known(text)?.trim();
  if (whole === '*') return { reach: 'unknown', because: 'which stands for everybody' };
  if (whole?.endsWith('.amazonaws.com')) return HOME;
  if (wholeHole(text)?.resource !== undefined) return HOME;
  const fields = split(text, ':');
  const named = known(fields[0] ?? []) === 'arn' ? (fields[4] ?? []) : text;
  if (wholeHole(named)?.key === 'account') return HOME;
  const id = known(named);
  if (id === undefined) return undecided(named);
  if (id === '' || id === account) return HOME;
  const because = ACCOUNT.test(id)
    ? `account '${id}', which is not known to be at home`
    : `'${show(text)}' names no account`;
  return { reach: 'unknown', because, settle: 'say in an exception whose account it is and where it works' };
}
