import type { Return } from './return-simulation.js';

const PANEL = { width: 340, height: 190, left: 48, right: 12, top: 30, bottom: 34 };
const PLOT = { width: PANEL.width - PANEL.left - PANEL.right, height: PANEL.height - PANEL.top - PANEL.bottom };

/** The log-ins per second after each outage as an SVG, two panels a row; with lines at their mean and at three times that. */
export function plotReturns(returns: readonly Return[]): string {
  const rows = Math.ceil(returns.length / 2);
  const [width, height] = [PANEL.width * 2, PANEL.height * rows];
  const panels = returns.map((after, index) => panel(after, PANEL.width * (index % 2), PANEL.height * Math.floor(index / 2)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}

function panel({ outage, perSecond, mean, peak }: Return, x: number, y: number): string {
  const top = Math.max(peak, 3 * mean) * 1.05;
  const across = (second: number) => (PANEL.left + (second / perSecond.length) * PLOT.width).toFixed(1);
  const down = (logIns: number) => (PANEL.top + PLOT.height * (1 - logIns / top)).toFixed(1);
  const bars = perSecond.map((logIns, second) => `M${across(second)} ${down(0)}V${down(logIns)}H${across(second + 1)}V${down(0)}z`).join('');
  const line = (logIns: number, color: string, label: string) =>
    `<path d="M${across(0)} ${down(logIns)}H${across(perSecond.length)}" stroke="${color}" stroke-dasharray="4 3"/>
<text x="${PANEL.width - PANEL.right}" y="${Number(down(logIns)) - 4}" text-anchor="end" fill="${color}">${label} (${Math.round(logIns)})</text>`;
  return `<g transform="translate(${x} ${y})" fill="none">
<text x="${PANEL.left}" y="18" fill="#222" font-weight="bold">Server gone for ${outage} s: at most ${(peak / mean).toFixed(1)} × the mean</text>
<path d="${bars}" fill="#4a7fb5"/>
<path d="M${across(0)} ${PANEL.top}V${down(0)}H${across(perSecond.length)}" stroke="#666"/>
${line(mean, '#222', 'mean')}
${line(3 * mean, '#b3261e', '3 × mean')}
<g fill="#444"><text x="${PANEL.left - 6}" y="${Number(down(peak)) + 4}" text-anchor="end">${peak}</text><text x="${PANEL.left - 6}" y="${down(0)}" text-anchor="end">0</text>
<text x="${PANEL.left}" y="${PANEL.height - 14}">0</text><text x="${PANEL.width - PANEL.right}" y="${PANEL.height - 14}" text-anchor="end">${perSecond.length} s after its return</text></g>
</g>`;
}
