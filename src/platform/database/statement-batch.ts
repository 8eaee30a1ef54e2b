import type { Duplex } from 'node:stream';
import pg from 'pg';
import { wireValue, type WireValue } from './wire-value.js';

/** A hot statement under a name, so that PostgreSQL plans it once a connection. */
export interface Statement {
  /** Empty for what is planned each time. */
  readonly name: string;
  readonly text: string;
}

export interface Outcome {
  readonly rows: unknown[];
  /** What PostgreSQL says that it did, such as `COMMIT`. */
  readonly tag: string;
}

/** What of pg's connection a batch needs, and its types do not name. */
interface Wire {
  readonly stream: Duplex;
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
  parse(statement: Statement): void;
  bind(bound: { statement: string; values: readonly WireValue[] }): void;
  describe(portal: { type: 'P' }): void;
  execute(portal: { portal?: string }): void;
  sync(): void;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

interface Types {
  getTypeParser(oid: number, format: 'text'): (text: string) => unknown;
}

/** What has been sent is kept no longer: the audit rows of a page are 18 KB. */
const SENT: readonly WireValue[] = [];

interface Step {
  name: string;
  readonly text: string;
  values: readonly WireValue[];
  readonly rows: unknown[];
  readonly done: (outcome: Outcome) => void;
  readonly failed: (fault: Error) => void;
  tag: string;
  /** A row that could not be read. */
  unread?: Error;
}

/**
 * Statements that leave together: one Sync, so PostgreSQL answers all of them in one write, and what a statement
 * gives back is described once a connection. After a fault it skips the others, and all of them end with that fault.
 * pg knows it for one query of its own: in a pipeline it takes no others.
 */
export class StatementBatch extends pg.Query {
  /** pg keeps account of what is prepared by these two, as each is parsed. */
  name = '';
  text = '';
  private readonly steps: Step[] = [];
  private at = 0;
  private shapes: Map<string, Shape> = new Map<string, Shape>();
  private shape = NOTHING;

  constructor() {
    super('');
  }

  add({ name, text }: Statement, values: readonly unknown[]): Promise<Outcome> {
    const bound = values.map(wireValue);
    return new Promise((done, failed) => {
      this.steps.push({ name, text, values: bound, rows: [], done, failed, tag: '' });
    });
  }

  /** Behind a pooler that keeps no prepared statements. */
  forgetNames(): this {
    for (const step of this.steps) step.name = '';
    return this;
  }

  override submit = (connection: pg.Connection): Error | null => {
    const wire = connection as unknown as Wire;
    const other = this.steps.find(({ name, text }) => name !== '' && (textUnder(wire, name) ?? text) !== text);
    if (other) return new Error(`Two statements are called ${other.name}.`);
    this.shapes = shapesOf(connection);
    wire.stream.cork();
    for (const step of this.steps) {
      this.send(wire, step);
      step.values = SENT;
    }
    wire.sync();
    wire.stream.uncork();
    this.turnTo(0);
    return null;
  };

  private send(wire: Wire, { name, text, values }: Step): void {
    if (name === '' || textUnder(wire, name) === undefined) {
      wire.parse({ name, text });
      if (name !== '') wire.submittedNamedStatements[name] = text;
    }
    wire.bind({ statement: name, values });
    if (!this.shapes.has(name)) wire.describe({ type: 'P' });
    wire.execute({});
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    const { _types: types } = (this as unknown as { _result: { _types: Types } })._result;
    this.shape = shapeOf(fields, types);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const step = this.steps[this.at];
    try {
      step?.rows.push(rowOf(this.shape, fields));
    } catch (fault) {
      if (step) step.unread = fault as Error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const step = this.steps[this.at];
    if (!step) return;
    step.tag = text;
    if (this.name !== '') this.shapes.set(this.name, this.shape);
    this.turnTo(this.at + 1);
  }

  handleReadyForQuery(): void {
    this.steps.forEach(settle);
  }

  handleError(fault: Error, connection: pg.Connection): void {
    const { submittedNamedStatements: submitted } = connection as unknown as Wire;
    this.steps.slice(0, this.at).forEach(settle);
    for (const { name, failed } of this.steps.slice(this.at)) {
      Reflect.deleteProperty(submitted, name); // skipped, and so not prepared
      failed(fault);
    }
  }

  private turnTo(at: number): void {
    this.at = at;
    const { name = '', text = '' } = this.steps[at] ?? {};
    this.name = name;
    this.text = text;
    this.shape = this.shapes.get(name) ?? NOTHING;
  }
}

function settle({ done, failed, rows, tag, unread }: Step): void {
  if (unread) failed(unread);
  else done({ rows, tag });
}

const textUnder = ({ parsedStatements, submittedNamedStatements }: Wire, name: string): string | undefined =>
  parsedStatements[name] ?? submittedNamedStatements[name];

/** How the text of a row becomes an object. */
interface Shape {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  readonly empty: Readonly<Record<string, null>>;
}

const NOTHING: Shape = { names: [], parsers: [], empty: {} };

const known = new WeakMap<pg.Connection, Map<string, Shape>>();

function shapesOf(connection: pg.Connection): Map<string, Shape> {
  const shapes = known.get(connection) ?? new Map<string, Shape>();
  known.set(connection, shapes);
  return shapes;
}

function shapeOf(fields: readonly Field[], types: Types): Shape {
  const names = fields.map(({ name }) => name);
  const parsers = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text'));
  return { names, parsers, empty: Object.fromEntries(names.map((name) => [name, null])) };
}

function rowOf({ names, parsers, empty }: Shape, values: readonly (string | null)[]): unknown {
  // Not spread: among many shapes that adds member after member, at eight times the memory and twice the time (measured).
  const row: Record<string, unknown> = Object.assign({}, empty);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value !== null && value !== undefined) row[names[at] ?? ''] = parsers[at]?.(value);
  }
  return row;
}
