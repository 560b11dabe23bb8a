// A list of a questionnaire on paper, and what its parts share with the rest of the sheet.
import type { PaperPart } from './paper-form.ts'

/** Says a text of the paper in the paper's language. */
export type Say = (key: PaperKey, values?: Record<string, string>) => string
export type PaperKey = `paper.${
  | 'surveyor'
  | 'date'
  | 'sheet'
  | 'version'
  | 'several'
  | 'only-if'
  | 'latitude'
  | 'longitude'
  | 'accuracy'
  | 'walk'
  | 'image'
  | 'file'
  | 'agreed'
  | 'code-hint'
  | 'same-as'
  | 'sign-asked'
  | 'sign-surveyor'}`

export const Skip = ({ of, say }: { of: { skip: string }; say: Say }) =>
  of.skip ? <em className="bf-skip">{say('paper.only-if', { condition: of.skip })}</em> : null

type ListPart = Extract<PaperPart, { kind: 'repeat' }>

/** A list: each question is a row, each line of the list a column, so that long lists of questions fit. */
export function List({ part, columns, say }: { part: ListPart; columns: number; say: Say }) {
  return (
    <>
      <h2 className="bf-heading">
        {part.text} <Skip of={part} say={say} />
      </h2>
      <p className="bf-note">{say('paper.code-hint')}</p>
      <table className="bf-list">
        <colgroup>
          <col className="bf-col-number" />
          <col className="bf-col-label" />
          {Array.from({ length: columns }, (_, at) => (
            <col key={at.toString()} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th colSpan={2} />
            {Array.from({ length: columns }, (_, at) => (
              <th key={at.toString()} className="bf-cell">
                {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.parts.map((each, at) => (
            <ListRow
              key={each.path}
              part={each}
              before={choicesBefore(part.parts, at)}
              columns={columns}
              say={say}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The question whose choices were last written out, if they are the same: they are not written again. */
function choicesBefore(parts: readonly PaperPart[], at: number): string | null {
  const here = optionsOf(parts[at])
  if (here.length < 3) return null
  const same = (part: PaperPart) => optionsOf(part).join('|') === here.join('|')
  const first = parts.slice(0, at).find((part) => part.kind === 'question' && same(part))
  return first?.kind === 'question' ? first.number : null
}

const optionsOf = (part: PaperPart | undefined): readonly string[] =>
  part?.kind === 'question' && part.room.kind === 'choices' ? part.room.options : []

type ListRowProps = { part: PaperPart; before: string | null; columns: number; say: Say }

function ListRow({ part, before, columns, say }: ListRowProps) {
  if (part.kind !== 'question')
    return (
      <tr>
        <td colSpan={columns + 2}>
          <b>{part.text}</b> <Skip of={part} say={say} />
          {part.kind === 'repeat' &&
            part.parts.map((each) => 'label' in each && ` ${each.number}. ${each.label}`)}
        </td>
      </tr>
    )
  const { room } = part
  return (
    <tr>
      <th className="bf-no">{part.number}</th>
      <td className="bf-list-label">
        {part.label}
        {before !== null && <small className="bf-codes">{say('paper.same-as', { number: before })}</small>}
        {room.kind === 'choices' && before === null && (
          <small className="bf-codes">
            {room.options.map((option, at) => (
              <span key={option}>
                <b>{at + 1}</b> {option}{' '}
              </span>
            ))}
            {room.multiple && `(${say('paper.several')})`}
          </small>
        )}
        {part.hint && <small className="bf-hint">{part.hint}</small>}
        <Skip of={part} say={say} />
      </td>
      {Array.from({ length: columns }, (_, at) => (
        <td key={at.toString()} />
      ))}
    </tr>
  )
}
