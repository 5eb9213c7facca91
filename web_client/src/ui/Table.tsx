/** A real table on a desk that becomes cards on a phone. */
import type { ComponentChildren } from 'preact';
import './Table.css';

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ComponentChildren;
  /** The cell that names the row. */
  names?: boolean;
  /** Lets the column be sorted; the caller keeps the order. */
  sortable?: boolean;
  end?: boolean;
};
type Props<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sortedBy?: { key: string; down: boolean } | null;
  onSort?: (key: string) => void;
  empty?: ComponentChildren;
};

export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  sortedBy,
  onSort,
  empty,
}: Props<Row>) {
  if (rows.length === 0 && empty) return <div class="table__empty">{empty}</div>;
  return (
    <table class="table" role="table">
      <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              data-end={column.end || undefined}
              aria-sort={sortOf(column, sortedBy)}
            >
              {column.sortable && onSort ? (
                <button type="button" class="table__sort" onClick={() => onSort(column.key)}>
                  {column.head}
                  <span class="table__arrow" aria-hidden="true">
                    {sortedBy?.key === column.key ? (sortedBy.down ? '▼' : '▲') : ''}
                  </span>
                </button>
              ) : (
                column.head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={rowKey(row)} role="row">
            {columns.map(column =>
              column.names ? (
                <th key={column.key} role="rowheader" scope="row" class="table__name">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  data-head={column.head}
                  data-end={column.end || undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sortOf<Row>(
  column: Column<Row>,
  sorted: Props<Row>['sortedBy'],
): 'ascending' | 'descending' | undefined {
  if (!column.sortable || sorted?.key !== column.key) return undefined;
  return sorted.down ? 'descending' : 'ascending';
}
