const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const { violations } = await axe.run(document, {
  runOnly: { type: 'tag', values: tags },
  // Off by default, though it is a rule of WCAG 2.2 AA.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
});
return violations.map(({ id, help, nodes }) => ({
  id,
  help,
  nodes: nodes.map(({ target, failureSummary }) => ({ target: target.join(' '), summary: failureSummary })),
}));
