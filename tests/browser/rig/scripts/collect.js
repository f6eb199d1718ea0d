// Put first in every page for WebKit, whose driver has no console log.
(() => {
  const seen = (window.__rigErrors = []);
  const put = (kind, text) => seen.push(`${kind}: ${text}`);
  const error = console.error;
  console.error = (...words) => {
    put('console.error', words.map(String).join(' '));
    error.apply(console, words);
  };
  addEventListener('error', (event) => {
    const source = event.target !== window && (event.target.src || event.target.href);
    put('error', source ? `could not load ${source}` : `${event.message} (${event.filename}:${event.lineno})`);
  }, true);
  addEventListener('unhandledrejection', (event) => put('unhandled rejection', event.reason));
  document.addEventListener('securitypolicyviolation', (event) =>
    put('policy', `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`));
})();
