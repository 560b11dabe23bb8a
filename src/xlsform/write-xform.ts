// The whole XForm (ODK XForms 1.0.0) of a form.
import type { Form } from './form.ts'
import { Texts } from './itext.ts'
import { beginnings, binds } from './write-binds.ts'
import { Body } from './write-body.ts'
import { primaryInstance, secondaryInstances, spokenLists } from './write-instances.ts'
import { block, escapeText, inline } from './xml.ts'

const namespaces = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:ev': 'http://www.w3.org/2001/xml-events',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
}
const entitiesNamespace = 'http://www.opendatakit.org/xforms/entities'

/** 2025.1 where entities stand in repeats or there are several; older clients read 2024.1. */
function entitiesVersion(form: Form): string | undefined {
  if (form.entities.length === 0) return undefined
  const plain = form.entities.length === 1 && form.entities[0]?.container === form.root
  return plain ? '2024.1.0' : '2025.1.0'
}

/** The XML, and the names of the media files that its texts show. */
export function writeXForm(form: Form): { xform: string; media: string[] } {
  const texts = new Texts(form)
  const instance = primaryInstance(form, texts)
  const bound = binds(form, texts)
  const body = new Body(form, texts, spokenLists(form)).lines(form.root)
  // After all texts: they may read a list's labels.
  const lists = secondaryInstances(form, texts)
  const version = entitiesVersion(form)
  const model = block('model', { 'odk:xforms-version': '1.0.0', 'entities:entities-version': version }, [
    texts.write(),
    instance,
    ...lists,
    ...bound,
    ...beginnings(form, null),
  ])
  const extra = Object.fromEntries(form.settings.namespaces.map(([prefix, uri]) => [`xmlns:${prefix}`, uri]))
  const head = block('h:head', {}, [inline('h:title', {}, escapeText(form.settings.title)), model])
  const html = block(
    'h:html',
    { ...namespaces, ...(version ? { 'xmlns:entities': entitiesNamespace } : {}), ...extra },
    [head, block('h:body', { class: form.settings.style || undefined }, body)],
  )
  return { xform: `<?xml version="1.0" encoding="UTF-8"?>\n${html}\n`, media: [...texts.files] }
}
