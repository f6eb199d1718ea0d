// Plain tables, medians and worst.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** "median / worst", with so many digits after the point. */
export function both(values, digits = 0) {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) throw new Error(`nothing was measured: ${values}`);
  return `${median(values).toFixed(digits)} / ${Math.max(...values).toFixed(digits)}`;
}

/** Prints rows under their heads; the first column to the left, the others to the right. */
export function table(title, heads, rows) {
  const all = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  console.log(`\n  ${title}`);
  for (const row of all) {
    console.log(`    ${row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  ").trimEnd()}`);
  }
}
