/**
 * Whether a pattern of a policy, in which `*` stands for any text and `?` for any character, admits a text. Takes no more
 * steps than text and pattern are long together, times the longer stretch that has to be tried again.
 */
export function isLike(text: string, pattern: string): boolean {
  let [at, position] = [0, 0];
  let [star, resumed] = [-1, 0];
  while (at < text.length) {
    const wanted = pattern[position];
    if (wanted === '*') {
      star = position;
      resumed = at;
      position += 1;
    } else if (wanted === '?' || wanted === text[at]) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      // The last star takes one character more.
      resumed += 1;
      at = resumed;
      position = star + 1;
    } else return false;
  }
  while (pattern[position] === '*') position += 1;
  return position === pattern.length;
}
