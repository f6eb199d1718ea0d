const page = document.documentElement;
const edge = page.clientWidth;
const scrollsItself = (element) => {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(box).overflowX)) return true;
  }
  return false;
};
const name = (element) => {
  const id = element.id ? `#${element.id}` : '';
  return element.tagName.toLowerCase() + id + [...element.classList].map((c) => `.${c}`).join('');
};
const wide = [...document.body.querySelectorAll('*')].filter((element) =>
  element.getClientRects().length > 0
  && element.getBoundingClientRect().right + scrollX > edge + 0.5
  && !scrollsItself(element));
const said = wide.map((element) =>
  `${name(element)} to ${Math.round(element.getBoundingClientRect().right + scrollX)} px`);
// Something without a box of its own, such as a long word's ink.
if (said.length === 0 && page.scrollWidth > edge) said.push(`the page to ${page.scrollWidth} px`);
return page.scrollWidth > edge ? said : [];
