// Prepares a walk with Tab: unfolds everything, and from here on notes in
// window.walk where the focus goes and whether one sees it there. Returns how
// many times Tab is at most pressed from the top of the page to its end.
// What is folded away is drawn when it is unfolded.
for (let folded; (folded = [...document.querySelectorAll('details:not([open])')]).length;) {
  await Promise.all(folded.map((details) => new Promise((done) => {
    details.addEventListener('toggle', done, { once: true });
    details.open = true;
  })));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // Some of it comes a little later.
  while (document.querySelector('[aria-busy="true"]')) await new Promise(requestAnimationFrame);
}
const looks = (element) => {
  const { outline, boxShadow, backgroundColor } = getComputedStyle(element);
  return [outline, boxShadow, backgroundColor].join(' ');
};
const groups = new Set();
const stops = [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])')].filter((element) => {
  if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
  if (element.type !== 'radio') return true;
  // Of a group, Tab reaches what is chosen, or the first.
  const group = [...document.getElementsByName(element.name)];
  return element === (group.find((radio) => radio.checked) ?? group[0]);
});
const before = new Map(stops.map((element) => [element, looks(element)]));
const name = (element) => {
  const said = element.innerText || element.getAttribute('aria-label') || element.value || '';
  return `${element.localName}${element.id ? '#' + element.id : ''} “${said.trim().slice(0, 40)}”`;
};
// From the top, wherever the focus is: where it begins is checked elsewhere.
document.body.tabIndex = -1;
document.body.focus({ preventScroll: true });
document.body.removeAttribute('tabindex');
window.walk = { stops, steps: [], unseen: [], name };
document.addEventListener('focusin', ({ target }) => {
  walk.steps.push(target);
  if (before.get(target) === looks(target) || !target.matches(':focus-visible')) walk.unseen.push(name(target));
});
// Day, month, year and the button that opens the calendar are a stop each.
const parts = (element) => (element.type === 'date' || element.type === 'month' ? 4 : 1);
return stops.map(parts).reduce((a, b) => a + b, 0);
