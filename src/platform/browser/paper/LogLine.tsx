// Where the log of the village stood when this phone last asked, at the foot of a paper: whoever keeps the paper can show later
// whether the log is still the one it was (capabilities/auditing).
import { useEffect, useState } from 'react'
import { longDay, today } from '../../../kernel/day.ts'
import { paperLineOf } from '../../../kernel/head.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePhone, usePhoneState, usePlaceCode } from '../hooks.tsx'
import { type Kept, newestHead } from '../sync/kept-heads.ts'

export function LogLine() {
  const place = usePlaceCode()
  return place ? <LineOf place={place} /> : null
}

function LineOf({ place }: { place: string }) {
  const { open } = usePhone()
  const { pins } = usePhoneState()
  const synced = pins.find((pin) => pin.place === place)?.syncedAt
  const [head, setHead] = useState<Kept | null>(null)
  // A sync may have brought a newer one.
  useEffect(() => {
    let current = true
    void newestHead(open, place).then((found) => current && setHead(found))
    return () => {
      current = false
    }
  }, [open, place, synced])
  if (!head) return null
  return (
    <p className="rb-sheet-log">
      Log {paperLineOf({ place, ...head })} · {longDay(today(zoneOf(place), new Date(head.at)), 'id')}
    </p>
  )
}
