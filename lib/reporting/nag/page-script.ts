/** Of the page: hides rows that are not asked for, and says how many are left. Without it, all of them are there. */
export const PAGE_SCRIPT = `
const form = document.querySelector('.filter');
const rows = [...document.querySelectorAll('[data-owner]')];
const told = form.querySelector('output');
function filter() {
  const { words, pack, state, owner } = Object.fromEntries(new FormData(form));
  const asked = words.toLowerCase().split(/\\s+/).filter(Boolean);
  let left = 0;
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    const fits = (!pack || row.dataset.pack === pack) && (!state || row.dataset.state === state)
      && (!owner || row.dataset.owner === owner) && asked.every((word) => text.includes(word));
    row.hidden = !fits;
    if (fits) left += 1;
  }
  told.textContent = left + ' of ' + rows.length + ' rows';
}
form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
filter();
`;
