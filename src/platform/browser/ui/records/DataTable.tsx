import './table.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Right-aligned with tabular figures. */
  number?: boolean
  sortable?: boolean
  /** Left out of the card on a phone. */
  wideOnly?: boolean
  /** Holds whole sentences: on a phone they stand below the column's name, and begin where reading does. */
  sentences?: boolean
  /** Holds buttons: on a phone it stands beside the heading of the card, without the column's name. */
  action?: boolean
  /** The cell under the column, for totals. */
  total?: ReactNode
}

export interface Sorting {
  key: string
  direction: 'ascending' | 'descending'
}

export interface DataTableProps<Row> {
  /** Names the table; shown above it unless captionHidden. */
  caption: string
  captionHidden?: boolean
  /** The first column names the row: it is the heading of the card on a phone, and carries the row's link. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowHref?: ((row: Row) => string | undefined) | undefined
  sort?: Sorting | undefined
  onSort?: ((sort: Sorting) => void) | undefined
  /** Instead of the table when there are no rows: an EmptyState. */
  empty?: ReactNode
}

/** A table on a desk, cards on a phone. The screen sorts; the table only says how. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, rowHref, sort, onSort, empty } = props
  if (rows.length === 0 && empty) return empty
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="rb-table-box" aria-label={caption} tabIndex={0}>
      <table className="rb-table">
        <caption className={captionHidden ? 'rb-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} {...{ column, sort, onSort }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={rowKey(row)} {...{ row, columns }} href={rowHref?.(row)} />
          ))}
        </tbody>
        {columns.some((column) => column.total !== undefined) && <Totals columns={columns} />}
      </table>
    </section>
  )
}

type HeaderProps<Row> = { column: Column<Row> } & Pick<DataTableProps<Row>, 'sort' | 'onSort'>

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const { key, header, number } = column
  const sortable = column.sortable && onSort
  const direction = sort?.key === key ? sort.direction : undefined
  const icon = direction === 'ascending' ? 'chevron-up' : direction === 'descending' ? 'chevron-down' : 'sort'
  return (
    <th scope="col" className={cx(number && 'rb-num', sortable && 'rb-sortable')} aria-sort={direction}>
      {sortable ? (
        <button
          type="button"
          className="rb-sort"
          onClick={() => onSort({ key, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
        >
          {header}
          <Icon name={icon} />
        </button>
      ) : (
        header
      )}
    </th>
  )
}

type BodyRowProps<Row> = { row: Row; columns: readonly Column<Row>[]; href: string | undefined }

function BodyRow<Row>({ row, columns, href }: BodyRowProps<Row>) {
  const [first, ...others] = columns
  return (
    <tr className={href ? 'rb-row-link' : undefined}>
      {first && <th scope="row">{href ? <Link href={href}>{first.cell(row)}</Link> : first.cell(row)}</th>}
      {others.map((column) => (
        <td
          key={column.key}
          className={cx(
            column.number && 'rb-num',
            column.wideOnly && 'rb-wide-only',
            column.sentences && 'rb-says',
            column.action && 'rb-act',
          )}
        >
          {!column.action && (
            <span className="rb-cell-label" aria-hidden="true">
              {column.header}
            </span>
          )}
          <span>{column.cell(row)}</span>
        </td>
      ))}
    </tr>
  )
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const [first, ...others] = columns
  return (
    <tfoot>
      <tr>
        {first && <th scope="row">{first.total}</th>}
        {others.map(({ key, header, number, total }) => (
          <td key={key} className={cx(number && 'rb-num', total === undefined && 'rb-wide-only')}>
            {total !== undefined && (
              <span className="rb-cell-label" aria-hidden="true">
                {header}
              </span>
            )}
            <span>{total}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
