/** Of the page: in the reader's light or dark, on paper, and on a narrow screen. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --quiet: #57606a; --ground: #fff; --raised: #f3f5f7; --line: #c9d1d9;
  --good: #0a6b2d; --bad: #b3261e; --link: #0b57b0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --quiet: #a3adb8; --ground: #14181d; --raised: #1e242b;
  --line: #3c4650; --good: #6bd08c; --bad: #ff9a90; --link: #8ab8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; color: var(--text); background: var(--ground);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); } p { max-width: 46rem; } .quiet { color: var(--quiet); }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .875em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--raised); } tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.day, td.hash { white-space: nowrap; }
.said { font-weight: 400; color: var(--quiet); }
ul { margin: .25rem 0; padding-left: 1.1rem; } summary { cursor: pointer; }
.filter { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; padding: .75rem; margin: 1rem 0;
  background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; }
.filter label { display: grid; gap: .2rem; } .filter output { margin-left: auto; }
input, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .3rem;
  padding: .3rem .5rem; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { body { padding: .75rem; } .filter output { margin-left: 0; } }
@media print { .filter, .skip { display: none; } body { max-width: none; } thead { display: table-header-group; } }
`;
