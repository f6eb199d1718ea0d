// Where the click that aim.js watches has landed; see `Landed`. A page that
// does not watch is one that the click led to.
const click = window.__rigClick;
if (!click) return { seen: true, beside: null };
if (click.seen) {
  click.end();
  delete window.__rigClick;
}
return { seen: click.seen, beside: click.beside };
