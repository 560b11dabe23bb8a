// A file of a form as something to show: sealed on this phone, or on the server when there is a line.
import { useEffect, useState } from 'react'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { fileUrl, localFile } from '../../../platform/browser/sync/uploads.ts'

export function useStoredFile(place: string, id: string | null): string | undefined {
  const phone = usePhone()
  const { line } = usePhoneState()
  const [local, setLocal] = useState<{ id: string; url: string | null } | null>(null)
  useEffect(() => {
    if (id === null) return
    let current = true
    let made: string | null = null
    localFile(phone.open, id).then(
      (blob) => {
        if (!current) return
        made = blob && URL.createObjectURL(blob)
        setLocal({ id, url: made })
      },
      (error: unknown) => console.warn('could not open a file', error),
    )
    return () => {
      current = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [phone, id])
  if (id === null || local?.id !== id) return undefined
  return local.url ?? (line === 'online' ? fileUrl(place, id) : undefined)
}
