import type { Lifecycle } from './lifecycle.js';

type Table = Lifecycle<string, string, never>;

const MADE = '<!-- Made from the lifecycle table by `npm run docs`. Change the table, not this page. -->';

/** A lifecycle as a page in Markdown: a picture (Mermaid) and its moves. */
export function lifecyclePage(name: string, source: string, table: Table): string {
  const parts = [
    `# ${name.replaceAll('-', ' ')}`,
    MADE,
    `From [\`${source}\`](../../${source}).`,
    ['```mermaid', 'stateDiagram-v2', ...picture(table).map((line) => `  ${line}`), '```'].join('\n'),
    aligned([['move', 'from', 'to', 'asks a rule first'], ...moves(table)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

export const isLifecycle = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'openMoves' in value && 'decide' in value && 'moves' in value;

function picture({ initial, final, moves: all }: Table): readonly string[] {
  const arrows = Object.entries(all).flatMap(([verb, { from, to }]) =>
    from.map((state) => `${state} --> ${to}: ${verb}`),
  );
  return [`[*] --> ${initial}`, ...arrows, ...final.map((state) => `${state} --> [*]`)];
}

const moves = ({ moves: all }: Table): readonly string[][] =>
  Object.entries(all).map(([verb, { from, to, unless }]) => [
    `\`${verb}\``,
    from.map((state) => `\`${state}\``).join(', '),
    `\`${to}\``,
    unless && unless.length > 0 ? 'yes' : '',
  ]);

/** As the formatter would leave it. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
