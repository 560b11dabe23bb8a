// The contents of the form: every page with how it stands, in its groups, to go straight to any of them.

import { statusIcon } from '../../../platform/browser/ui/feedback/status.ts'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { t, useFill } from './fill-context.tsx'
import { isRepeat, labelOf } from './nodes.ts'
import { memberTitles } from './PageView.tsx'
import { pageStatus } from './page-status.ts'
import { type FormPage, questionsOn, stateOf } from './plan.ts'

type Props = { open: boolean; at: string; onClose: () => void; onOpen: (key: string) => void }

/** What a page is called in a list: its group, its repeat, or its question. */
export function titleOf(page: FormPage): string {
  const own = labelOf(page.node)
  if (own) return own
  if (isRepeat(page.node)) return t('repeat.plain')
  const first = questionsOn(page).find((node) => labelOf(node) !== '')
  return first ? labelOf(first) : (page.key.split('/').at(-1) ?? page.key)
}

type Part = { title: string; key: string; pages: FormPage[] }

/** Pages that stand under the same titles, one after the other. */
export function partsOf(pages: readonly FormPage[]): Part[] {
  const parts: Part[] = []
  for (const page of pages) {
    const title = [...memberTitles(page), ...page.trail].join(' › ')
    const last = parts.at(-1)
    if (last?.title === title) last.pages.push(page)
    else parts.push({ title, key: page.key, pages: [page] })
  }
  return parts
}

export function Overview({ open, at, onClose, onOpen }: Props) {
  const { session } = useFill()
  return (
    <Dialog open={open} onClose={onClose} title={t('fill.overview')} closeLabel={t('fill.close')}>
      <p className="rb-hint">{t('fill.overview-hint')}</p>
      {open && (
        <nav aria-label={t('fill.overview')}>
          {partsOf(session.pages()).map((part) => (
            <div key={part.key} className="fl-part">
              {part.title && <h3>{part.title}</h3>}
              <ul>
                {part.pages.map((page) => (
                  <li key={page.key}>
                    <PageLine page={page} current={page.key === at} onOpen={() => onOpen(page.key)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      )}
    </Dialog>
  )
}

function PageLine({ page, current, onOpen }: { page: FormPage; current: boolean; onOpen: () => void }) {
  const state = stateOf(page)
  return (
    <button
      type="button"
      className={`fl-line rb-tone-${pageStatus[state]}`}
      aria-current={current ? 'step' : undefined}
      onClick={onOpen}
    >
      <Icon name={statusIcon[pageStatus[state]]} />
      <span className="fl-line-title">{titleOf(page)}</span>
      <span className="fl-line-state">{t(`fill.state.${state}`)}</span>
    </button>
  )
}
