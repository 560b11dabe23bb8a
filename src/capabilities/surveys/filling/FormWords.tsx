// Words of the form's author: their small mark-up, and the pictures and sounds that belong to them.
import { useEffect, useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { t, useFill } from './fill-context.tsx'
import { formFile, nameOfAddress } from './form-files.ts'
import type { Markup, Words } from './nodes.ts'

const tags: Readonly<Record<string, 'strong' | 'em' | 'u' | 'ol' | 'ul' | 'li' | 'span'>> = {
  ...{ strong: 'strong', em: 'em', u: 'u', ol: 'ol', ul: 'ul', li: 'li' },
  // Headings of an author would break the page's own.
  ...{ h1: 'strong', h2: 'strong', h3: 'strong', h4: 'strong', h5: 'strong', h6: 'strong' },
}

/** Only addresses of the web are followed; a form is no place for others. */
const safeLink = (url: string | undefined) => (url && /^https:\/\//i.test(url) ? url : undefined)

function Piece({ piece }: { piece: Markup }) {
  switch (piece.role) {
    case 'child':
      return piece.value
    case 'line-break':
      return <br />
    // The author's own HTML is not run; its words are shown.
    case 'html':
      return piece.unsafeHtml.replace(/<[^>]*>/g, '')
    default: {
      const children = piece.children.map((each) => <Piece key={each.id} piece={each} />)
      const link = piece.elementName === 'a' ? safeLink(piece.url) : undefined
      if (link)
        return (
          <a href={link} target="_blank" rel="noreferrer">
            {children}
          </a>
        )
      const Tag = tags[piece.elementName] ?? 'span'
      return <Tag className={piece.elementName === 'p' ? 'fl-par' : undefined}>{children}</Tag>
    }
  }
}

export function FormWords({ words }: { words: Words | null }) {
  if (!words) return null
  return words.formatted.map((piece) => <Piece key={piece.id} piece={piece} />)
}

/** A file of the form as an address of this page; null when this phone does not have it, undefined while it is looked for. */
function useFormFile(address: unknown): string | null | undefined {
  const { session } = useFill()
  const { open } = usePhone()
  const { form } = session.start
  const name = address ? nameOfAddress(address) : ''
  const [url, setUrl] = useState<string | null>()
  useEffect(() => {
    if (name === '') return
    let current = true
    let made: string | null = null
    formFile(open, form, name).then(
      (file) => {
        if (!current) return
        made = file && URL.createObjectURL(file)
        setUrl(made)
      },
      () => current && setUrl(null),
    )
    return () => {
      current = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [open, form, name])
  return url
}

type MediaProps = { address: unknown; kind: 'image' | 'audio' | 'video'; alt: string; small: boolean }

function Medium({ address, kind, alt, small }: MediaProps) {
  const url = useFormFile(address)
  if (url === undefined) return null
  if (url === null)
    return <span className="rb-hint">{t('media.missing', { name: nameOfAddress(address) })}</span>
  if (kind === 'image')
    return <img className={small ? 'fl-choice-picture' : 'fl-picture'} src={url} alt={alt} />
  // biome-ignore lint/a11y/useMediaCaption: the sound says the label that stands beside it
  if (kind === 'audio') return <audio className="fl-sound" src={url} controls />
  // biome-ignore lint/a11y/useMediaCaption: the label stands beside it
  return <video className="fl-picture" src={url} controls playsInline />
}

/** Pictures and sounds of a label. */
export function WordsMedia({ words, small = false }: { words: Words | null; small?: boolean }) {
  if (!words) return null
  const { imageSource, audioSource, videoSource, asString } = words
  return (
    <>
      {imageSource ? <Medium address={imageSource} kind="image" alt={asString} small={small} /> : null}
      {audioSource && !small ? (
        <Medium address={audioSource} kind="audio" alt={asString} small={small} />
      ) : null}
      {videoSource && !small ? (
        <Medium address={videoSource} kind="video" alt={asString} small={small} />
      ) : null}
    </>
  )
}
