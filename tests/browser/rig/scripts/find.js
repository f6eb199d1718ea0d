// Every element with the role arguments[0] (all roles if null) that assistive
// technology can see, with its accessible name; what has the focus alone, if
// arguments[1] is "focus".
const role = arguments[0];
const only = arguments[1] === 'focus' ? document.activeElement ?? document : null;
axe.teardown();
axe.setup(document.documentElement);
try {
  const { aria, dom, text } = axe.commons;
  const found = [];
  for (const node of axe.utils.querySelectorAll(axe._tree[0], '*')) {
    const element = node.actualNode;
    if (only && element !== only) continue;
    const its = aria.getRole(node);
    if (!its || (role !== null && its !== role)) continue;
    if (!dom.isVisibleToScreenReaders(node)) continue;
    found.push({ element, role: its, name: text.accessibleTextVirtual(node) });
  }
  return found;
} finally {
  axe.teardown();
}
