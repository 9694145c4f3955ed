import { pointsOf } from './chart.js';
import { usePeriod, useSaid } from './said.js';
import type { Table } from './told.js';

const width = 320;
const height = 96;
const margin = { side: 40, top: 22, bottom: 20 };
const x = (share: number) => margin.side + share * (width - 2 * margin.side);
const y = (share: number) => height - margin.bottom - share * (height - margin.top - margin.bottom);

/** How a number went from period to period: a line through its points, each with its number. The table under it says the same. */
export function LineChart({ trend }: { readonly trend: Table['trend'] }) {
  const said = useSaid();
  const period = usePeriod();
  const points = pointsOf(trend);
  return (
    <svg className="chart-line" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="chart-axis" />
      {points.map((point, at) => {
        const next = points[at + 1];
        return (
          point &&
          next && (
            <line
              key={`to-${String(at)}`}
              x1={x(point.x)}
              y1={y(point.most)}
              x2={x(next.x)}
              y2={y(next.most)}
              className="chart-trend"
            />
          )
        );
      })}
      {points.map((point, at) => {
        const told = trend[at];
        if (point === undefined || told === undefined) return null;
        return (
          <g key={told.from}>
            {point.most > point.least && (
              <line
                x1={x(point.x)}
                x2={x(point.x)}
                y1={y(point.least)}
                y2={y(point.most)}
                className="chart-trend"
              />
            )}
            <circle cx={x(point.x)} cy={y(point.most)} r={4} className="chart-point" />
            <text x={x(point.x)} y={y(point.most) - 8} textAnchor="middle">
              {said(told.shown)}
            </text>
            <text x={x(point.x)} y={height - 4} textAnchor="middle" className="chart-label">
              {period(told)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
