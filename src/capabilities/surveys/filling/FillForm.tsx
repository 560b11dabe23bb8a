// The filling of a form on the screen: where one is, the page, and the way forth and back.
import './fill.css'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { isStorageFull } from '../../../platform/browser/forms/full-storage.ts'
import { notKept } from '../../../platform/browser/forms/kept.ts'
import { useRow } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { type HouseholdRow, householdCollection } from '../../people/household.ts'
import { type PersonRow, personCollection } from '../../people/person.ts'
import { filesMost } from '../submission.ts'
import { CheckPage } from './CheckPage.tsx'
import { FillMenu } from './FillMenu.tsx'
import { type Fill, FillProvider, t, useFill } from './fill-context.tsx'
import { isRepeat } from './nodes.ts'
import { Overview } from './Overview.tsx'
import { PageView } from './PageView.tsx'
import { pageAfter } from './plan.ts'
import type { FillSession } from './session.ts'
import { type Pages, usePages } from './use-pages.ts'

type Props = { session: FillSession; onSent: (name: string) => void }

/** Keeps the draft whenever the page may go: another app, a locked screen, a closed window. */
function useKeeping(session: FillSession): void {
  useEffect(() => {
    const keep = () => {
      session.keep().catch((error: unknown) => console.error('could not keep the draft', error))
    }
    const hidden = () => document.visibilityState === 'hidden' && keep()
    addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', hidden)
      keep()
      session.start.letGo()
    }
  }, [session])
}

function useSending(session: FillSession, onSent: Props['onSent']) {
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const why = {
    faults: t('check.faults'),
    'too-long': t('check.too-long'),
    'too-many-files': t('check.too-many-files', { most: filesMost }),
  }
  const send = async () => {
    setSending(true)
    setRefused(null)
    try {
      const prepared = await session.prepare()
      if ('refused' in prepared) return setRefused(why[prepared.refused])
      const name = session.name()
      await session.send(prepared.input)
      onSent(name)
    } catch (error) {
      console.error('could not give the form to the phone', error)
      // Where the phone is full, not even the last answers may lie there.
      setRefused(isStorageFull(error) ? notKept(error) : t('check.failed'))
    } finally {
      setSending(false)
    }
  }
  return { sending, refused, send: () => void send() }
}

export function FillForm({ session, onSent }: Props) {
  const pages = usePages(session)
  const [contents, setContents] = useState(false)
  const [, navigate] = useLocation()
  const announce = useAnnounce()
  useKeeping(session)
  const sending = useSending(session, onSent)
  const fill: Fill = { session, showFaults: pages.showFaults, goOn: () => pages.next() }
  const home = `/d/${session.start.place}/survei/${session.start.survey}`
  const leave = () => {
    void session.keep().finally(() => navigate(home))
  }
  const drop = () => {
    void session.drop().then(() => {
      announce(t('fill.dropped'), { seconds: 4 })
      navigate(home)
    })
  }
  return (
    <FillProvider value={fill}>
      <div className="fl">
        <Head pages={pages} onContents={() => setContents(true)}>
          <FillMenu session={session} onLeave={leave} onDrop={drop} />
        </Head>
        <Missing session={session} />
        {pages.checking ? (
          <CheckPage onOpen={pages.open} refused={sending.refused} />
        ) : pages.page ? (
          <PageView page={pages.page} attempt={pages.attempt} onOpen={pages.open} />
        ) : (
          <p>{t('fill.no-questions')}</p>
        )}
        <Foot pages={pages} sending={sending} />
        <Overview
          open={contents}
          at={pages.page?.key ?? ''}
          onClose={() => setContents(false)}
          onOpen={(key) => {
            setContents(false)
            pages.open(key)
          }}
        />
      </div>
    </FillProvider>
  )
}

type HeadProps = { pages: Pages; onContents: () => void; children: React.ReactNode }

function Head({ pages, onContents, children }: HeadProps) {
  const { at, checking } = pages
  const all = pages.pages.length
  const text = checking ? t('check.title') : t('fill.progress', { at: at + 1, all })
  return (
    <div className="fl-head">
      <div className="fl-head-row">
        <button type="button" className="fl-where" onClick={onContents}>
          <Icon name="menu" />
          <span className="rb-number">{text}</span>
          <span className="fl-where-more">{t('fill.overview')}</span>
        </button>
        {children}
      </div>
      <progress
        className="fl-progress"
        value={checking ? all : at}
        max={Math.max(all, 1)}
        aria-label={text}
      />
      <HouseholdLine />
    </div>
  )
}

/** Whose form it is, when it was opened for a household. */
function HouseholdLine() {
  const name = useHouseholdName()
  return name ? <p className="fl-household">{t('fill.about-household', { name })}</p> : null
}

function useHouseholdName(): string | null {
  const { session } = useFill()
  const household = useRow<HouseholdRow>(householdCollection, session.household() ?? undefined)
  return useRow<PersonRow>(personCollection, household?.head ?? undefined)?.name ?? null
}

function Missing({ session }: { session: FillSession }) {
  const { missing } = session.start
  if (missing.length === 0) return null
  return (
    <Notice tone="warn" title={t('fill.missing-title')}>
      {t('fill.missing', { names: missing.join(', ') })}
    </Notice>
  )
}

type FootProps = { pages: Pages; sending: { sending: boolean; send: () => void } }

function Foot({ pages, sending }: FootProps) {
  const { page, pages: all, checking, attempt } = pages
  if (checking)
    return (
      <div className="fl-foot">
        <div className="fl-foot-row">
          <Button icon="arrow-left" onClick={pages.back}>
            {t('check.back')}
          </Button>
          <Button variant="primary" icon="outbox" loading={sending.sending} onClick={sending.send}>
            {t(sending.sending ? 'check.sending' : 'check.send')}
          </Button>
        </div>
      </div>
    )
  if (!page) return null
  const after = pageAfter(all, page)
  const leavesMember = after && isRepeat(after.node) && page.within.some((each) => each.repeat === after.node)
  const next = after ? (leavesMember ? t('fill.member-done') : t('fill.next')) : t('fill.check')
  return (
    <div className="fl-foot">
      {attempt > 0 && (
        <Button variant="link" onClick={() => pages.next(true)}>
          {t('fill.skip')}
        </Button>
      )}
      <div className="fl-foot-row">
        <Button icon="arrow-left" disabled={pages.at === 0} onClick={pages.back}>
          {t('fill.previous')}
        </Button>
        <Button variant="primary" iconAfter="arrow-right" onClick={() => pages.next()}>
          {next}
        </Button>
      </div>
    </div>
  )
}
