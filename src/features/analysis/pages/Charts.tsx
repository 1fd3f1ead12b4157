import type { Lang } from '#kernel/lang.ts';
import type { AnalysedItem } from '../view.ts';
import { rangeText } from '../words.ts';

const WIDTH = 420;
const DIR = { ar: 'rtl', en: 'ltr' } as const;

/** Bars of a histogram of ten percents each, with the pass mark as a line. */
export function ScoreChart({
  id,
  title,
  bins,
  passMark,
  lang,
}: {
  readonly id: string;
  readonly title: string;
  readonly bins: readonly number[];
  /** In a hundred, with its words; null = no line. */
  readonly passMark: { readonly percent: number; readonly text: string } | null;
  readonly lang: Lang;
}) {
  const [left, right, top, floor] = [12, 12, 30, 190];
  const step = (WIDTH - left - right) / bins.length;
  const most = Math.max(1, ...bins);
  const at = (percent: number): number => left + ((WIDTH - left - right) * percent) / 100;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} 220`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      {bins.map((count, bin) => {
        const height = ((floor - top) * count) / most;
        const middle = left + step * (bin + 0.5);
        return (
          <>
            <rect class="chart-bar" x={left + step * bin + 2} y={floor - height} width={step - 4} height={height} />
            {count > 0 && (
              <text x={middle} y={floor - height - 5} text-anchor="middle">
                {count}
              </text>
            )}
            <text x={middle} y={floor + 16} text-anchor="middle" font-size="9">
              {rangeText(bin)}
            </text>
          </>
        );
      })}
      <line class="chart-axis" x1={left} y1={floor} x2={WIDTH - right} y2={floor} />
      {passMark && (
        <>
          <line
            class="chart-line chart-line-2"
            x1={at(passMark.percent)}
            y1={16}
            x2={at(passMark.percent)}
            y2={floor}
          />
          <text
            x={Math.max(60, Math.min(WIDTH - 60, at(passMark.percent)))}
            y={11}
            text-anchor="middle"
            direction={DIR[lang]}
          >
            {passMark.text}
          </text>
        </>
      )}
    </svg>
  );
}

type Names = { readonly difficulty: string; readonly discrimination: string };

/** Two bars for each item: how easy it is, from 0 to 1, and how well it tells strong from weak, from −1 to 1. */
export function ItemChart({
  id,
  title,
  names,
  items,
}: {
  readonly id: string;
  readonly title: string;
  readonly names: Names;
  readonly items: readonly AnalysedItem[];
}) {
  const [row, head] = [20, 34];
  const height = head + row * items.length + 6;
  // The left panel runs from 0 to 1, the right one from −1 to 1.
  const easy = { from: 48, to: 218 };
  const apart = { from: 238, to: 408 };
  const nothing = (apart.from + apart.to) / 2;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      <text x={(easy.from + easy.to) / 2} y={11} text-anchor="middle">
        {names.difficulty}
      </text>
      <text x={nothing} y={11} text-anchor="middle">
        {names.discrimination}
      </text>
      {(
        [
          [easy.from, '0'],
          [easy.to, '1'],
          [apart.from, '-1'],
          [nothing, '0'],
          [apart.to, '1'],
        ] as const
      ).map(([x, label]) => (
        <>
          <text x={x} y={26} text-anchor="middle" font-size="9">
            {label}
          </text>
          <line class="chart-axis" x1={x} y1={head - 4} x2={x} y2={height} />
        </>
      ))}
      {items.map(({ number, figures }, i) => {
        const y = head + row * i;
        const p = figures.difficulty;
        const r = figures.discrimination;
        const reach = ((r ?? 0) * (apart.to - apart.from)) / 2;
        return (
          <>
            <text x={40} y={y + 12} text-anchor="end">
              {number}
            </text>
            {p !== null && (
              <rect class="chart-bar" x={easy.from} y={y + 2} width={(easy.to - easy.from) * p} height={row - 8} />
            )}
            {r !== null && (
              <rect
                class={r < 0 ? 'chart-bar chart-bar-2' : 'chart-bar'}
                x={r < 0 ? nothing + reach : nothing}
                y={y + 2}
                width={Math.abs(reach)}
                height={row - 8}
              />
            )}
          </>
        );
      })}
    </svg>
  );
}
