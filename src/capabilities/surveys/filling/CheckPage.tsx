// Check your answers: faults first, then everything as it will be sent, each with its way back; then "Kirim".
import { useEffect, useRef } from 'react'
import { useStoredFile } from '../../../platform/browser/stored-files.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { answerText } from './answer-text.ts'
import { strangeYear } from './days.ts'
import { faultOf, t, useFill } from './fill-context.tsx'
import { inIndonesia } from './geo.ts'
import { type GeoPoint, has, labelOf, type QuestionNode, valueText } from './nodes.ts'
import { partsOf } from './Overview.tsx'
import { memberTitles } from './PageView.tsx'
import { type FormPage, questionsOn } from './plan.ts'

type Props = { onOpen: (key: string) => void; refused: string | null }

type Finding = { page: FormPage; node: QuestionNode; text: string }

/** What is worth a second look though the form takes it. */
function doubtOf(node: QuestionNode, noDay: string | undefined): string | null {
  if (noDay) return t('fill.no-day', { day: noDay })
  if (node.nodeType !== 'input') return null
  if (node.valueType === 'geopoint') {
    const point = node.currentState.value as GeoPoint | null
    return point && !inIndonesia(point) ? t('geo.abroad') : null
  }
  const isDay = node.valueType === 'date' || node.valueType === 'dateTime'
  const year = isDay ? strangeYear(valueText(node)) : null
  return year === null ? null : t('fill.strange-year', { year: String(year) })
}

const findings = (pages: readonly FormPage[], why: (node: QuestionNode) => string | null): Finding[] =>
  pages.flatMap((page) =>
    questionsOn(page).flatMap((node) => {
      const text = why(node)
      return text === null ? [] : [{ page, node, text }]
    }),
  )

export function CheckPage({ onOpen, refused }: Props) {
  const { session } = useFill()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [])
  const pages = session.pages()
  const faults = findings(pages, faultOf)
  const doubts = findings(pages, (node) => doubtOf(node, session.noDay(node)))
  return (
    <div className="fl-page fl-check">
      <h2 ref={heading} tabIndex={-1} className="fl-words">
        {t('check.title')}
      </h2>
      {refused && (
        <Notice tone="refused" announce="alert" title={t('check.not-yet')}>
          {refused}
        </Notice>
      )}
      <Findings title={t('check.faults')} tone="refused" found={faults} onOpen={onOpen} />
      <Findings title={t('check.doubts')} tone="warn" found={doubts} onOpen={onOpen} />
      {faults.length === 0 && (
        <Notice tone="done" title={t('check.ready')}>
          {t('check.ready-why')}
        </Notice>
      )}
      {partsOf(pages).map((part) => (
        <section key={part.key} className="fl-answers">
          {part.title && <h3>{part.title}</h3>}
          <dl>
            {part.pages.flatMap((page) =>
              questionsOn(page)
                .filter(
                  (node) => node.nodeType !== 'note' && !(node.nodeType === 'select' && has(node, 'label')),
                )
                .map((node) => <AnswerLine key={node.nodeId} node={node} onOpen={() => onOpen(page.key)} />),
            )}
          </dl>
        </section>
      ))}
    </div>
  )
}

type FindingsProps = {
  title: string
  tone: 'refused' | 'warn'
  found: readonly Finding[]
  onOpen: Props['onOpen']
}

function Findings({ title, tone, found, onOpen }: FindingsProps) {
  if (found.length === 0) return null
  return (
    <Notice tone={tone} title={title}>
      <ul className="fl-findings">
        {found.map(({ page, node, text }) => (
          <li key={node.nodeId}>
            <button type="button" className="rb-button rb-button-link" onClick={() => onOpen(page.key)}>
              {[...memberTitles(page), labelOf(node) || page.key].join(' › ')}
            </button>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function AnswerLine({ node, onOpen }: { node: QuestionNode; onOpen: () => void }) {
  const label = labelOf(node) || (node.currentState.reference.split('/').at(-1) ?? '')
  const text = answerText(node)
  return (
    <div className="fl-answer">
      <dt>{label}</dt>
      <dd>
        <span className={text ? 'fl-answer-text' : 'rb-hint'}>
          {text || t('check.no-answer')}
          {node.nodeType === 'upload' && text && <SmallPicture name={valueText(node)} label={label} />}
        </span>
        {!node.currentState.readonly && (
          <button type="button" className="fl-change" onClick={onOpen}>
            <Icon name="pencil" />
            <span className="rb-hidden">{t('check.change-what', { label })}</span>
          </button>
        )}
      </dd>
    </div>
  )
}

function SmallPicture({ name, label }: { name: string; label: string }) {
  const { session } = useFill()
  const file = session.fileOf(name)
  const isImage = /\.(jpe?g|png|webp)$/i.test(name)
  const url = useStoredFile(session.start.place, isImage ? (file?.id ?? null) : null)
  return url ? <img className="fl-choice-picture" src={url} alt={t('media.photo-of', { label })} /> : null
}
