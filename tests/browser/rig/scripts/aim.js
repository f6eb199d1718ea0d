// Brings arguments[0] into the window, and watches where the next click lands.
// A click that lands beside it does nothing, so that it can be done again.
const [element] = arguments;
const click = { seen: false, beside: null };
const meant = (it) => element.contains(it) || it.closest?.('label')?.control === element;
const kinds = ['mousedown', 'mouseup', 'click'];
const watch = (event) => {
  // Scripts click too, and they do not miss.
  if (!event.isTrusted) return;
  if (!meant(event.target)) {
    click.beside ??= event.target.outerHTML?.slice(0, 120) ?? 'the page';
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  // Pressed on one thing and let go on another is no click in some engines.
  click.seen ||= event.type === 'click' || (event.type === 'mouseup' && click.beside !== null);
};
click.end = () => kinds.forEach((kind) => removeEventListener(kind, watch, true));
window.__rigClick?.end();
kinds.forEach((kind) => addEventListener(kind, watch, true));
window.__rigClick = click;
element.scrollIntoView({ block: 'center', behavior: 'instant' });
