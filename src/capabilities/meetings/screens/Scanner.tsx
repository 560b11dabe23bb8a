// Reads a QR code with the camera, where the phone's browser can; nothing is sent anywhere.
import './attendance.css'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { t } from './words.tsx'

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorMaker = new (options: { formats: string[] }) => Detector

const maker = (): DetectorMaker | undefined =>
  (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector

/** Whether this browser can scan at all; otherwise the code is typed. */
export const canScan = (): boolean => maker() !== undefined && 'mediaDevices' in navigator

const everyMs = 250

async function openCamera(video: HTMLVideoElement): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  await video.play()
  return stream
}

const stop = (stream: MediaStream | undefined) => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** Looks through the camera until it is closed; each text it reads is told once until another comes. */
function useScanning(open: boolean, onRead: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(onRead)
  tell.current = onRead
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const Maker = maker()
    const screen = video.current
    if (!open || !Maker || !screen) return
    const detector = new Maker({ formats: ['qr_code'] })
    let stream: MediaStream | undefined
    let closed = false
    let last = ''
    const look = async () => {
      const [found] = await detector.detect(screen).catch(() => [])
      if (closed || !found || found.rawValue === last) return
      last = found.rawValue
      tell.current(found.rawValue)
    }
    openCamera(screen).then(
      (opened) => {
        stream = opened
        if (closed) stop(opened)
      },
      () => setBroken(true),
    )
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      closed = true
      clearInterval(timer)
      stop(stream)
    }
  }, [open])
  return { video, broken }
}

type Props = {
  open: boolean
  onClose: () => void
  onRead: (text: string) => void
  children?: React.ReactNode
}

export function Scanner({ open, onClose, onRead, children }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={t('meetings.scan-title')} closeLabel={t('meetings.stop')}>
      {open && <Viewfinder onRead={onRead} />}
      {children}
    </Dialog>
  )
}

function Viewfinder({ onRead }: { onRead: (text: string) => void }) {
  const { video, broken } = useScanning(true, onRead)
  if (broken) return <Notice tone="warn">{t('meetings.no-camera')}</Notice>
  return <video ref={video} className="mt-video" muted playsInline aria-label={t('meetings.scan-title')} />
}
