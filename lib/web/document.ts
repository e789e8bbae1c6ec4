import { WORDS } from './words';

/** What the build puts into the page. */
export interface Parts {
  readonly script: string;
  readonly style: string;
}

/** Where a cell writes whose home it is. */
export const HOME = 'data-home=""';

/** The page as it is before its script has run; all of it in one document, which loads nothing. */
export function htmlDocument({ script, style }: Parts): string {
  return `<!doctype html>
<html lang="${WORDS.language}" ${HOME}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${WORDS.brand}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">${WORDS.skip}</a>
<header>
<p class="brand">${WORDS.brand}</p>
<p class="home"></p>
<nav aria-label="${WORDS.navigation}"></nav>
</header>
<main id="content" tabindex="-1"><noscript><p>${WORDS.noScript}</p></noscript></main>
<footer><p><a href="/transparency">${WORDS.transparency}</a></p></footer>
<script>${script}</script>
</body>
</html>
`;
}
