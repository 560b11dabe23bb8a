// Files of records as screens show them: from this phone while they wait, else fetched from the server in the name of whoever holds
// it. The browser itself fetches none of them: a cookie alone opens nothing.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { reach, throwNo } from './api.ts'
import { faultOf } from './asking/fault.ts'
import { faultSentence } from './asking/fault-sentence.ts'
import { saveBlob } from './export-xlsx.ts'
import { usePhone, usePhoneState } from './hooks.tsx'
import type { Unlocked } from './sync/session.ts'
import { fileUrl, localFile } from './sync/uploads.ts'
import { Button } from './ui/action/Button.tsx'
import { useAnnounce } from './ui/feedback/Announcer.tsx'

/** A file that the server gives, whole. */
export async function fetchFile(url: string, signal?: AbortSignal): Promise<Blob> {
  const response = await reach(url, { signal })
  await throwNo(response)
  return response.blob()
}

/** A file of a record: from this phone while it waits, else from the server. */
export const storedFile = async (
  open: Unlocked,
  place: string,
  id: string,
  signal?: AbortSignal,
): Promise<Blob> => (await localFile(open, id)) ?? fetchFile(fileUrl(place, id), signal)

export type Stored = {
  url: string
  /** It waits here to be sent. */
  waiting: boolean
}

/**
 * What can be shown of these files now; those that neither lie here nor come from the server are left out. The `others` are
 * not asked of the server.
 */
export function useStoredFiles(
  place: string,
  ids: readonly string[],
  others: readonly string[] = [],
): ReadonlyMap<string, Stored> {
  const { open } = usePhone()
  const { line, waitingFiles } = usePhoneState()
  const [found, setFound] = useState<ReadonlyMap<string, Stored>>(new Map())
  const [wanted, besides] = [ids.join(' '), others.join(' ')]
  const there = line === 'online'
  useEffect(() => {
    const stop = new AbortController()
    const made: string[] = []
    const show = async (id: string, ask: boolean) => {
      const local = await localFile(open, id)
      const blob = local ?? (ask ? await fetchFile(fileUrl(place, id), stop.signal) : null)
      if (!blob || stop.signal.aborted) return
      const url = URL.createObjectURL(blob)
      made.push(url)
      setFound((before) => new Map(before).set(id, { url, waiting: local !== null }))
    }
    setFound(new Map())
    for (const [key, ask] of [
      [wanted, there],
      [besides, false],
    ] as const)
      for (const id of key.split(' ').filter(Boolean))
        show(id, ask).catch(
          (error: unknown) => stop.signal.aborted || console.warn('could not open a file', error),
        )
    return () => {
      stop.abort()
      for (const url of made) URL.revokeObjectURL(url)
    }
  }, [open, place, wanted, besides, there, waitingFiles])
  return found
}

export const useStoredFile = (place: string, id: string | null | undefined): string | undefined =>
  useStoredFiles(place, id ? [id] : []).get(id ?? '')?.url

/** A picture that is fetched, and thereby seen, when it comes into sight. */
export function StoredPicture({ place, id, alt }: { place: string; id: string; alt: string }) {
  const frame = useRef<HTMLSpanElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && setNear(true),
      {
        rootMargin: '200px',
      },
    )
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  const url = useStoredFile(place, near ? id : null)
  return url ? (
    <img src={url} alt={alt} />
  ) : (
    <span ref={frame} className="rb-soft">
      {alt}
    </span>
  )
}

/** Kinds that a browser shows as what they are; a page or a drawing with a script in it would run in our name. */
const shownKinds = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

/** Opens a file beside the app, or saves it under `name` where it is of a kind that is not shown. */
export function StoredLink(props: { place: string; id: string; name: string; children: ReactNode }) {
  const { place, id, name, children } = props
  const { open } = usePhone()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const show = () => {
    // Opened by the tap itself: later a browser would take it for a window that nobody asked for.
    const tab = window.open('', '_blank')
    setBusy(true)
    storedFile(open, place, id)
      .then((blob) => {
        if (!tab || !shownKinds.has(blob.type)) {
          tab?.close()
          return saveBlob(blob, name)
        }
        const url = URL.createObjectURL(blob)
        tab.location.href = url
        setTimeout(() => URL.revokeObjectURL(url), 60_000)
      })
      .catch((error: unknown) => {
        tab?.close()
        announce(faultSentence(faultOf(error)), { tone: 'refused' })
      })
      .finally(() => setBusy(false))
  }
  return (
    <Button variant="link" loading={busy} onClick={show}>
      {children}
    </Button>
  )
}

/** Saves what the server gives at an address of its own. */
export function SaveButton({ url, name, children }: { url: string; name: string; children: ReactNode }) {
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const save = () => {
    setBusy(true)
    fetchFile(url)
      .then(
        (blob) => saveBlob(blob, name),
        (error: unknown) => announce(faultSentence(faultOf(error)), { tone: 'refused' }),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" loading={busy} onClick={save}>
      {children}
    </Button>
  )
}
