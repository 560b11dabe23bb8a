// The Venn picture as it is drawn, on a screen and on paper; each circle bears the number it has in the table beside it.
import './pictures.css'
import { residentsRadius, type Venn, vennSize } from '../venn.ts'
import { t } from './words.ts'

const middle = vennSize / 2

export function VennFigure({ venn, href }: { venn: Venn; href?: (id: string) => string }) {
  return (
    <svg
      className="lb-venn"
      viewBox={`0 0 ${vennSize} ${vennSize}`}
      // With links in it it is no image, whose inside nobody reaches.
      role={href ? 'group' : 'img'}
      aria-label={t('picture.venn-label', { count: venn.circles.length })}
    >
      {[1, 2, 3, 4].map((ring) => (
        <circle key={ring} className="lb-ring" cx={middle} cy={middle} r={residentsRadius + ring * 38} />
      ))}
      <circle className="lb-residents" cx={middle} cy={middle} r={residentsRadius} />
      <text className="lb-residents-word" x={middle} y={middle}>
        {t('picture.residents')}
      </text>
      {venn.circles.map(({ id, name, x, y, r }, n) => {
        const drawn = (
          <g key={id} className="lb-circle">
            <title>{name}</title>
            <circle cx={x} cy={y} r={r} />
            <text x={x} y={y}>
              {n + 1}
            </text>
          </g>
        )
        return href ? (
          <a key={id} href={href(id)} aria-label={`${n + 1}. ${name}`}>
            {drawn}
          </a>
        ) : (
          drawn
        )
      })}
    </svg>
  )
}
