import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Dialog } from '../../../../platform/browser/ui/overlay/Dialog.tsx'
import { type ControlProps, t, useFill, useTyped } from '../fill-context.tsx'
import { type InputNode, valueText } from '../nodes.ts'

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorMaker = new () => Detector

const maker = (): DetectorMaker | undefined =>
  (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
const canScan = (): boolean => maker() !== undefined && 'mediaDevices' in navigator

/** A code: typed, or read with the camera where the phone's browser can. */
export function BarcodeControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const [scanning, setScanning] = useState(false)
  const { typed, type } = useTyped(
    () => valueText(node),
    (text) => session.change(() => void node.setValue(text)),
  )
  const { readonly } = node.currentState
  return (
    <>
      <input
        {...aids}
        className="rb-input rb-input-number"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        readOnly={readonly}
        onChange={(event) => type(event.target.value)}
      />
      {canScan() && !readonly && (
        <div>
          <Button icon="camera" onClick={() => setScanning(true)}>
            {t('fill.scan')}
          </Button>
        </div>
      )}
      <Dialog
        open={scanning}
        onClose={() => setScanning(false)}
        title={t('fill.scan-title')}
        closeLabel={t('fill.close')}
      >
        {scanning && (
          <Viewfinder
            onRead={(text) => {
              setScanning(false)
              type(text)
            }}
          />
        )}
      </Dialog>
    </>
  )
}

const everyMs = 250

/** Looks through the camera until a code is read or it is closed; nothing is sent anywhere. */
function Viewfinder({ onRead }: { onRead: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(onRead)
  tell.current = onRead
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const Maker = maker()
    const screen = video.current
    if (!Maker || !screen) return
    const detector = new Maker()
    let stream: MediaStream | undefined
    let closed = false
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      async (opened) => {
        stream = opened
        if (closed) return stop()
        screen.srcObject = opened
        await screen.play()
      },
      () => setBroken(true),
    )
    const look = async () => {
      const [found] = await detector.detect(screen).catch(() => [])
      if (found && !closed) tell.current(found.rawValue)
    }
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      closed = true
      clearInterval(timer)
      stop()
    }
  }, [])
  if (broken) return <Notice tone="warn">{t('fill.no-camera')}</Notice>
  return <video ref={video} className="fl-picture" muted playsInline aria-label={t('fill.scan-title')} />
}
