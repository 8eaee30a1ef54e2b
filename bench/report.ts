import { cpus, loadavg, totalmem } from 'node:os';

/** Cells of equal width, numbers to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export const loadNow = (): string => loadavg()[0]?.toFixed(1) ?? '';

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** Over each table: it is read apart from the others. */
export const caption = (size: string): string => `${machine()}; ${size}; ${new Date().toISOString().slice(0, 16)}Z`;

/** Against a figure that is at least, or at most, this. */
export const verdict = (value: number, figure: number | undefined, wanted: 'least' | 'most' = 'least'): string => {
  if (figure === undefined) return '';
  const isMet = wanted === 'least' ? value >= figure : value <= figure;
  return `${isMet ? 'met' : 'not met'} (${wanted === 'least' ? '≥' : '≤'} ${figure})`;
};
