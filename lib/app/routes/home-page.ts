import type { PublicRoute } from '../http/handler';
import { knownText } from '../http/known-text';
import type { HomePage } from '../pages/home';

/** The page of the cell, the same for everybody: compressed for whoever takes that, and not at all where the browser has it. */
export function homePageRoute({ html, gzip, headers }: HomePage): PublicRoute<'home-page'> {
  return (event) => knownText({ type: 'text/html; charset=utf-8', text: html, gzip, headers }, event);
}
